import { method, status } from '../evidence/place.ts'
import { get } from '../fetch/header-list.ts'
import type { HarEntry } from '../har/har-entry.ts'
import { code, text } from '../text/text.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { defineCaution } from './caution.ts'
import { corsResponse } from './cors-response.ts'

/**
 * The browser hid the response, but the server had already handled the request.
 *
 * Example: a POST of a form to another origin, with cookies, gets a 200 and is blocked.
 */
export default defineCaution({
  id: 'state-changing-simple-request',
  notice: (verdict) => {
    const entry = corsResponse(verdict)
    if (entry === null || !isBlockedAfterwards(verdict) || entry.response.status >= 400) return null
    const { credentialsMode, preflightNeeded } = verdict.exchange.facts
    if (!credentialsMode.known || credentialsMode.value !== 'include') return null
    if (!preflightNeeded.known || preflightNeeded.value || !changesState(entry)) return null
    return { entry, method: entry.request.method }
  },
  summary: ({ entry, method }) =>
    text`The server handled this ${code(method)} (${entry.response.status}); the browser only hid the response.`,
  detail: ({ method }) =>
    text`A simple ${code(method)} needs no preflight, so the server runs it before the browser checks CORS. CORS doesn't protect the API from such requests from other sites: check ${code('Origin')} on the server, require a CSRF token, or set ${code('SameSite')} on the cookie. Repeating the request may run it twice.`,
  evidence: ({ entry }) => [method(entry), status(entry)],
})

const isBlockedAfterwards = (verdict: Verdict): boolean =>
  verdict.type === 'blocked' && verdict.failing.every(({ phase }) => phase === 'actual')

/** A GET shouldn't change anything, but one that sets a cookie did. */
const changesState = ({ request, response }: HarEntry): boolean =>
  request.method === 'POST' || (request.method === 'GET' && get(response.headers, 'Set-Cookie') !== null)
