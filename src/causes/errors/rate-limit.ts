import { hostOf } from '../../evidence/address.ts'
import { presentHeaders, responseHeader, status } from '../../evidence/place.ts'
import { headerOf, withoutAllowOrigin } from '../../reading/blocked-by.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * The server refused the request because there were too many, without CORS headers.
 *
 * Example: 429 with `Retry-After: 30` from a limiter in front of the application.
 */
export default defineRootCause({
  id: 'rate-limit',
  family: 'errors',
  configuration: 'comes second',
  yieldsTo: ['waf-challenge'],
  recognize: (verdict) => {
    const blocked = withoutAllowOrigin(verdict)
    if (blocked === null || blocked.status !== 429) return null
    const { entry, phase } = blocked
    return { entry, phase, host: hostOf(entry.request.url), wait: headerOf(entry, 'Retry-After') }
  },
  confidence: 'high',
  summary: ({ host }) =>
    text`${code(host)} limits requests and refused this one (429), without CORS headers.`,
  detail: ({ wait, phase }) =>
    text`${wait === null ? '' : text`It says how long to wait: ${code(`Retry-After: ${wait}`)}. `}The limiter responds before the CORS middleware, so the page gets a CORS error instead of 429. ${
      phase === 'preflight'
        ? 'Exempt preflights from the limit.'
        : 'Send the CORS headers with this response too, and send requests less often.'
    }`,
  evidence: ({ entry }) => [
    status(entry),
    ...presentHeaders(entry, 'Retry-After'),
    ...responseHeader(entry, 'Access-Control-Allow-Origin'),
  ],
})
