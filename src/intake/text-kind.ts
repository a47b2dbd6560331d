import { isCurl } from '../curl/parse-curl.ts'
import { HeaderTextError } from '../header-text/header-text-error.ts'
import { parseHeaderText } from '../header-text/parse-header-text.ts'

/** What a pasted text is: a recording, a command, headers, or words that a console may have printed. */
export type TextKind = 'nothing' | 'har' | 'curl' | 'headers' | 'words'

/** Longer texts are recordings, or nothing that can be pasted. */
const LONGEST = 1_000_000

/** Returns what a pasted text is by its looks; it may still be malformed. */
export function textKind(text: string): TextKind {
  const trimmed = text.slice(0, LONGEST).trim()
  if (trimmed === '') return 'nothing'
  if (/^[[{]/.test(trimmed) && /["\]}]/.test(trimmed)) return 'har'
  if (isCurl(trimmed)) return 'curl'
  return isHeaders(trimmed) ? 'headers' : 'words'
}

/** A console's sentence has colons too, but says "blocked by CORS policy:" and is one line. */
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

/** Headers with a line that is none are better told so than taken for prose. */
const looksLikeHeaders = (text: string): boolean => {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const headers = lines.filter((line) => /^\s*[<>]?\s*:?[!#$%&'*+.^_`|~\w-]+:\s*\S/.test(line))
  return lines.length > 1 && headers.length > lines.length / 2
}
