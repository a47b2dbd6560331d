import { plain, type Redaction, redactText, type Text } from '../internal.ts'

/** Returns a function that converts a text to a plain string with a redaction. */
export const saying =
  (redaction: Redaction) =>
  (words: Text): string =>
    plain(redactText(words, redaction), (value) => value)
