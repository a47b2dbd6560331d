import { plain, type Redaction, redactText, type Text } from '../internal.ts'

/** Returns what writes a text as one plain string, as a redaction shows it. */
export const saying =
  (redaction: Redaction) =>
  (words: Text): string =>
    plain(redactText(words, redaction), (value) => value)
