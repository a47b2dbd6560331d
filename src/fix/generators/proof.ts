/**
 * How far a snippet is verified: by a server that ran it, by a parser that read it, or not at all, with the reason. Every
 * generator declares it, and its test checks it.
 */
export type Proof =
  | { readonly type: 'run'; readonly on: string }
  | { readonly type: 'parsed'; readonly by: string }
  | { readonly type: 'unchecked'; readonly because: string }

/** Verified in the tests: snippets were installed in a server of these versions, which was started and tested. */
export const runOn = (versions: string): Proof => ({ type: 'run', on: versions })

/** Parsed by a real parser of the language, or validated by the vendor's schema; no server ran it. */
export const parsedBy = (parser: string): Proof => ({ type: 'parsed', by: parser })

/** Neither run nor parsed in the tests, because that can't be installed there. */
export const unchecked = (because: string): Proof => ({ type: 'unchecked', because })

/** Returns a proof in words, to follow the name of a framework. */
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
