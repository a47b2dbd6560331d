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
 * The response says by Cross-Origin-Resource-Policy that other origins may not use it.
 *
 * Example: `<img src="https://api.example/logo.png">` answered with `Cross-Origin-Resource-Policy: same-origin`.
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
      ? text`The ${code(HEADER)} of ${code(host)} keeps the response from this page.`
      : text`${code(host)} answered with ${code(`${HEADER}: ${value}`)}.`,
  detail: ({ error }) =>
    text`${
      error === null
        ? 'Firefox does not mark such a response as refused, and yet it is: '
        : text`The browser reports ${code(error)}: `
    }in mode ${code('no-cors')} the header alone decides who may use the response. The API must send ${code(`${HEADER}: cross-origin`)} (${code('same-site')} where page and API share a site), or the page must ask with CORS: ${code('crossorigin')} on the element, mode ${code('cors')} in fetch.`,
  evidence: ({ entry, error }) => [
    ...responseHeader(entry, HEADER),
    ...(error === null ? [] : failure(entry)),
  ],
})

const corpOf = ({ response }: HarEntry): string | null => get(response.headers, HEADER)

/** Firefox shows the response as any other; the header itself tells. The site is only the browser's to compare. */
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
