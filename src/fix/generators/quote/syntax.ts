import { code, type Text, text } from '../../../text/text.ts'

/**
 * How one configuration language writes values. They are recorded values: a method or header name may contain any of
 * !#$%&'*+-.^_`|~ and an origin even quotes and braces.
 */
export interface Syntax {
  /** Returns why a value can't be written without changing its meaning, or null. */
  readonly refuses: (value: string) => Text | null
  /** Returns a value as a literal that the language reads back byte for byte. Precondition: it isn't refused. */
  readonly literal: (value: string) => string
  /** What begins a comment; comments never contain recorded values. '' if the language has none. */
  readonly comment: string
}

/** Returns why a value isn't valid in any header, or null. Every syntax refuses at least these. */
export const notPrintable = (value: string): Text | null =>
  /^[\x20-\x7e]*$/.test(value) ? null : text`${code(value)} has characters that no header may have.`
