import { code, type Text, text } from '../text/text.ts'
import type { Message } from './sequence.ts'

/** The words next to the picture of an exchange. */
export const messageWords = {
  preflight: 'preflight',
  neverSent: 'never sent',
  sentUnknown: 'unknown whether it was sent',
  noResponse: 'no response recorded',
  missing: '(missing)',
} as const

/**
 * Returns the note that a server handled a request although its response was blocked, or null: a CORS error doesn't mean
 * that the request never ran. With an error status, it wasn't handled, or not completely.
 */
export const keptFromPage = ({ kind, sent, status, failed }: Message): string | null =>
  failed && kind === 'actual' && sent === true && status !== null && status.code < 400
    ? 'the server handled the request; the browser hid the response'
    : null

/** Returns a request and its outcome, in one sentence. */
export function messageText(message: Message): Text {
  const { method, url, kind, place, status, sent } = message
  const kept = keptFromPage(message)
  const about = [
    ...(kind === 'preflight' ? [messageWords.preflight] : []),
    ...(place === null ? [] : [place]),
  ]
  const outcome =
    status !== null
      ? text`${code(`${status.code} ${status.text}`.trimEnd())}`
      : [sent === false ? messageWords.neverSent : messageWords.noResponse]
  return text`${code(method)} ${code(url)}${about.length === 0 ? [] : [` (${about.join(', ')})`]}: ${outcome}${kept === null ? [] : [` (${kept})`]}`
}
