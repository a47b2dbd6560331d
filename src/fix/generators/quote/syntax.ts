import { code, type Text, text } from '../../../text/text.ts'

/**
 * How one configuration language writes a value down. Values come from a recording: a method or header name may
 * contain any of !#$%&'*+-.^_`|~ and an origin even quotes and braces.
 */
export interface Syntax {
  /** Returns why a value cannot be written in it without changing its meaning, or null where it can. */
  readonly refuses: (value: string) => Text | null
  /** Returns a value as a literal that the language reads back byte for byte. Precondition: it is not refused. */
  readonly literal: (value: string) => string
  /** What begins a comment; nothing from a recording ever stands in one. '' where the language has none. */
  readonly comment: string
}

/** Returns why a value can stand in no header, or null where it can; every syntax refuses at least that. */
export const notPrintable = (value: string): Text | null =>
  /^[\x20-\x7e]*$/.test(value) ? null : text`${code(value)} has characters that no header may have.`
