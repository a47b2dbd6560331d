import { hostOf } from '../../evidence/address.ts'
import { presentHeaders } from '../../evidence/place.ts'
import { headerOf, withoutAllowOrigin } from '../../reading/blocked-by.ts'
import { isProxyStatus } from '../../reading/contrast.ts'
import { code, text } from '../../text/text.ts'
import { withCode } from '../../text/with-code.ts'
import { defineRootCause } from '../root-cause.ts'
import {
  type ErrorResponse,
  errorResponse,
  headersToo,
  ownMeaningOf,
  recognizedBy,
  shownByError,
  whoResponded,
} from './error-words.ts'

/**
 * A proxy responded instead of the application, with its own page.
 *
 * Example: 502 of nginx, because the application is down; 413, because the body is too large for the proxy.
 */
export default defineRootCause({
  id: 'proxy-error',
  family: 'errors',
  configuration: 'comes second',
  yieldsTo: ['api-gateway-error', 'tunnel-interstitial', 'waf-challenge'],
  recognize: (verdict) => {
    const blocked = withoutAllowOrigin(verdict)
    if (blocked === null || !isProxyStatus(blocked.status)) return null
    const response = errorResponse(blocked.entry)
    const { made, entry } = response
    // Applications use these statuses too.
    if (made?.who === 'app' || made?.who === 'product') return null
    return { ...response, server: headerOf(entry, 'Server'), host: hostOf(entry.request.url) }
  },
  confidence: ({ made, entry: { response } }) =>
    made?.certainty === 'high' || [502, 504].includes(response.status) ? 'high' : 'medium',
  summary: ({ made, host, server, entry }) =>
    made !== null && made.name !== null
      ? text`${whoResponded({ made, entry })}, without CORS headers.`
      : text`${server === null ? 'A proxy' : code(server)} responded with ${entry.response.status} for ${code(host)}, without CORS headers.`,
  detail: (response) => text`${meaning(response)} ${headersToo(response)}${recognizedBy(response)}`,
  evidence: (response) => [...shownByError(response), ...presentHeaders(response.entry, 'Retry-After')],
})

const meaning = (response: ErrorResponse) =>
  ownMeaningOf(response) ?? withCode(WHY[response.entry.response.status] ?? '')

/** What the statuses mean if the server is unknown. */
const WHY: Readonly<Record<number, string>> = {
  413: 'The request body is larger than the proxy accepts (nginx: `client_max_body_size`, 1 MB by default).',
  502: 'The proxy got no valid response from the application: it is down, crashed on this request, or listens elsewhere.',
  503: 'The proxy has no application to send the request to (starting, overloaded, switched off), or limits requests.',
  504: 'The application took longer than the proxy waits.',
}
