import { isCurl } from '../curl/parse-curl.ts'
import { HeaderTextError } from '../header-text/header-text-error.ts'
import { parseHeaderText } from '../header-text/parse-header-text.ts'

/** The kind of a pasted text: a recording, a command, headers, or perhaps a console message. */
export type TextKind = 'nothing' | 'har' | 'curl' | 'headers' | 'words'

/** Longer texts are recordings, or nothing that is supported. */
const LONGEST = 1_000_000

/** Returns the likely kind of a pasted text, which may still be malformed. */
export function textKind(text: string): TextKind {
  const trimmed = text.slice(0, LONGEST).trim()
  if (trimmed === '') return 'nothing'
  if (/^[[{]/.test(trimmed) && /["\]}]/.test(trimmed)) return 'har'
  if (isCurl(trimmed)) return 'curl'
  return isHeaders(trimmed) ? 'headers' : 'words'
}

/** Console messages have colons too, but contain "blocked by CORS policy:" and are one line. */
function isHeaders(text: string): boolean {
  if (
    /blocked by CORS|CORS policy|Cross-Origin Request Blocked|\(Reason:|due to access control checks|^\w*Error: |^Reason: /im.test(
      text,
    )
  )
    return false
  try {
    return parseHeaderText(text).length > 0
  } catch (error) {
    if (error instanceof HeaderTextError) return looksLikeHeaders(text)
    throw error
  }
}

/** For headers with an invalid line, an error about that line helps more than treating the text as prose. */
const looksLikeHeaders = (text: string): boolean => {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const headers = lines.filter((line) => /^[<>]?\s*:?[!#$%&'*+.^_`|~\w-]+:\s*\S/.test(line))
  return lines.length > 1 && headers.length > lines.length / 2
}
