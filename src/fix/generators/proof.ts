/**
 * How far a snippet is proven. Every generator says so on its face, and a test of its own keeps it true: a server
 * that ran it, a parser that read it, or neither, with the reason.
 */
export type Proof =
  | { readonly type: 'run'; readonly on: string }
  | { readonly type: 'parsed'; readonly by: string }
  | { readonly type: 'unchecked'; readonly because: string }

/** Proven in the tests: snippets were put into a server of these versions, which was started and asked. */
export const runOn = (versions: string): Proof => ({ type: 'run', on: versions })

/** Read by a real parser of the language, or held against the vendor's schema; no server ran it. */
export const parsedBy = (parser: string): Proof => ({ type: 'parsed', by: parser })

/** Neither run nor parsed in the tests, because neither can be installed there. */
export const unchecked = (because: string): Proof => ({ type: 'unchecked', because })

/** Returns a proof in words, as they follow the name of a framework. */
export function proofWords(proof: Proof): string {
  switch (proof.type) {
    case 'run':
      return `verified on ${proof.on}`
    case 'parsed':
      return `checked by syntax only, by ${proof.by}`
    case 'unchecked':
      return `not checked by a program: ${proof.because}`
  }
}
