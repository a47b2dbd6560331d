import { hostOf } from '../../evidence/address.ts'
import { failure, responseHeader } from '../../evidence/place.ts'
import { get } from '../../fetch/header-list.ts'
import type { HarEntry } from '../../har/har-entry.ts'
import { netErrors } from '../../reading/net-errors.ts'
import { lastHop, namedError } from '../../reading/unexplained.ts'
import { code, text } from '../../text/text.ts'
import { notCorsReason } from '../../verdict/not-cors-reason.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import { defineRootCause } from '../root-cause.ts'

const HEADER = 'Cross-Origin-Resource-Policy'

/**
 * The response's Cross-Origin-Resource-Policy forbids other origins to load it.
 *
 * Example: `<img src="https://api.example/logo.png">` whose response has `Cross-Origin-Resource-Policy: same-origin`.
 */
export default defineRootCause({
  id: 'corp',
  family: 'policy',
  recognize: (verdict) => {
    const named = namedError(verdict, netErrors.corp)
    const entry = named?.entry ?? refusedByHeader(verdict)
    if (entry === null) return null
    return { entry, error: named?.error ?? null, host: hostOf(entry.request.url), value: corpOf(entry) }
  },
  confidence: ({ error }) => (error === null ? 'medium' : 'high'),
  summary: ({ host, value }) =>
    value === null
      ? text`The ${code(HEADER)} of ${code(host)} blocks the response for this page.`
      : text`${code(host)} responded with ${code(`${HEADER}: ${value}`)}.`,
  brief: () => text`blocked by ${code(HEADER)}`,
  detail: ({ error }) =>
    text`${
      error === null
        ? "Firefox doesn't mark such a response as blocked, but it is: "
        : text`The browser reports ${code(error)}: `
    }in mode ${code('no-cors')}, this header decides which pages can use the response. Send ${code(`${HEADER}: cross-origin`)} (${code('same-site')} if page and API share a site), or use CORS in the page: ${code('crossorigin')} on the element, mode ${code('cors')} in fetch.`,
  evidence: ({ entry, error }) => [
    ...responseHeader(entry, HEADER),
    ...(error === null ? [] : failure(entry)),
  ],
})

const corpOf = ({ response }: HarEntry): string | null => get(response.headers, HEADER)

/** Firefox shows the response like any other, so only the header shows it. Only the browser can compare the sites. */
function refusedByHeader(verdict: Verdict) {
  const { actual } = lastHop(verdict)
  if (notCorsReason(verdict) !== 'no-cors' || actual === null || actual.vendor.error !== undefined)
    return null
  const site = get(actual.request.headers, 'Sec-Fetch-Site')
  const value = corpOf(actual)
  const refused =
    (value === 'same-origin' && (site === 'cross-site' || site === 'same-site')) ||
    (value === 'same-site' && site === 'cross-site')
  return refused ? actual : null
}
