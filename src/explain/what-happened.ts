import { code, type Text, text } from '../text/text.ts'
import { keptFromPage } from './message-text.ts'
import type { Told } from './told.ts'

/** Returns what happened to a blocked request, in one sentence; null if the recording only shows the failing check. */
export function whatHappened({ sequence, method }: Pick<Told, 'sequence' | 'method'>): Text | null {
  const failed = sequence.find((message) => message.failed)
  if (failed === undefined) return null
  if (failed.kind === 'preflight')
    return sequence.some(({ kind, hop, sent }) => kind === 'actual' && hop === failed.hop && sent === false)
      ? text`The browser stopped after the preflight; the ${code(method)} was never sent.`
      : text`The browser stopped after the preflight.`
  if (keptFromPage(failed) !== null)
    return text`The server handled the request; the browser hid the response from the page.`
  return failed.sent === true && failed.status !== null
    ? text`The server responded with ${failed.status.code}; the page can't read that response, nor its status.`
    : null
}
