import { hostOf } from '../../evidence/address.ts'
import { requestHeader, status } from '../../evidence/place.ts'
import { get } from '../../fetch/header-list.ts'
import { lastHop } from '../../reading/unexplained.ts'
import { code, text } from '../../text/text.ts'
import { notCorsReason } from '../../verdict/not-cors-reason.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * Script used mode "no-cors", which hides the response instead of allowing it.
 *
 * Example: `fetch(url, {mode: 'no-cors'})`, tried because an error message suggested it.
 */
export default defineRootCause({
  id: 'no-cors-as-a-fix',
  family: 'page',
  recognize: (verdict) => {
    const { actual } = lastHop(verdict)
    if (notCorsReason(verdict) !== 'no-cors' || actual === null || !isByScript(verdict)) return null
    return { entry: actual, host: hostOf(actual.request.url) }
  },
  confidence: 'high',
  summary: ({ host }) =>
    text`The page called ${code(host)} with mode ${code('no-cors')}, so it can't read the response.`,
  detail: () =>
    text`Mode ${code('no-cors')} doesn't bypass CORS: the page gets an empty, opaque response with status 0, and the browser drops headers such as ${code('Authorization')} and sends JSON as text. To read the response, use mode ${code('cors')}, the default, and allow the page on the server.`,
  evidence: ({ entry }) => [...requestHeader(entry, 'Sec-Fetch-Mode'), status(entry)],
})

/**
 * Chrome records what made the request. In other browsers, an empty destination means fetch() for a GET, or a beacon for
 * a POST.
 */
function isByScript(verdict: Verdict): boolean {
  const { actual } = lastHop(verdict)
  if (actual === null) return false
  const { resourceType } = actual.vendor
  if (resourceType !== null) return resourceType === 'fetch'
  return get(actual.request.headers, 'Sec-Fetch-Dest') === 'empty' && actual.request.method === 'GET'
}
