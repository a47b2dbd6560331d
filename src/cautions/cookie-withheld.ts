import { presentHeaders, requestHeader, status } from '../evidence/place.ts'
import { get, valuesOf } from '../fetch/header-list.ts'
import type { HarEntry } from '../har/har-entry.ts'
import { hasCome } from '../reading/api-response.ts'
import type { Reader, Siblings } from '../reading/siblings.ts'
import { code, text } from '../text/text.ts'
import { defineCaution } from './caution.ts'
import { sharedResponse } from './cors-response.ts'

/**
 * CORS allowed the response, but the user isn't logged in because the browser didn't send the cookie.
 *
 * Example: `Set-Cookie: session=…; HttpOnly` at the login; the next cross-site request has no cookie and gets a 401.
 */
export default defineCaution({
  id: 'cookie-withheld',
  notice: (verdict, siblings) => {
    const entry = sharedResponse(verdict)
    const { credentialsMode } = verdict.exchange.facts
    if (entry === null || ![401, 403].includes(entry.response.status) || entry.request.hasCookies) return null
    if (!credentialsMode.known || credentialsMode.value !== 'include') return null
    // If the sites are the same or not known, SameSite isn't the reason.
    if (get(entry.request.headers, 'Sec-Fetch-Site') !== 'cross-site') return null
    const set = earlierCookie(entry, siblings)
    return set === null ? null : { entry, ...set }
  },
  summary: ({ name, entry }) =>
    text`The request was sent without the cookie ${code(name)} and got ${entry.response.status}.`,
  detail: ({ lacks }) =>
    text`CORS allowed the response. The cookie was set without ${code(lacks)}, so browsers don't send it from another site, whatever the credentials mode. If the login needs it, set ${code('SameSite=None; Secure')}, or serve page and API from one site. Browsers that block third-party cookies don't send it even then.`,
  evidence: ({ entry, set }) => [
    ...requestHeader(entry, 'Cookie'),
    status(entry),
    ...presentHeaders(set, 'Set-Cookie'),
  ],
})

/** The last cookie that this API set before, and what it lacks to be sent cross-site. */
function earlierCookie({ started }: HarEntry, siblings: Siblings) {
  for (const { entry: set } of siblings.read(cookieReader).toReversed()) {
    if (set.started !== null && started !== null && set.started > started) continue
    const [cookie] = lackingCookies(set)
    if (cookie !== undefined) return { set, ...cookie }
  }
  return null
}

/** The cookies that a response sets and that no cross-site request will have. */
const lackingCookies = ({ response }: HarEntry) =>
  valuesOf(response.headers, 'Set-Cookie').flatMap((line) => {
    if (/;\s*max-age=0\b|=\s*;/i.test(line)) return []
    const name = line.split('=', 1)[0] ?? ''
    if (!/;\s*samesite=none\b/i.test(line)) return [{ name, lacks: 'SameSite=None' }]
    return /;\s*secure\b/i.test(line) ? [] : [{ name, lacks: 'Secure' }]
  })

const cookieReader: Reader = {
  shelf: (answer) => (hasCome(answer) && lackingCookies(answer.entry).length > 0 ? '' : null),
  by: ({ entry }) => lackingCookies(entry).map(({ name, lacks }) => `${name} ${lacks}`),
}
