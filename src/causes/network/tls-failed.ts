import { hostOf } from '../../evidence/address.ts'
import { failure } from '../../evidence/place.ts'
import { netErrors } from '../../reading/net-errors.ts'
import { statusZero } from '../../reading/status-zero.ts'
import { namedError } from '../../reading/unexplained.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * The browser did not accept the certificate, or no TLS connection came about.
 *
 * Example: a self-signed certificate on `https://localhost:8443`.
 */
export default defineRootCause({
  id: 'tls-failed',
  recognize: (verdict) => {
    const named = namedError(verdict, netErrors.tls)
    if (named !== null) return { ...named, host: hostOf(named.entry.request.url) }
    const zero = statusZero(verdict)
    if (zero?.shown !== 'no TLS') return null
    return { entry: zero.entry, error: null, host: hostOf(zero.entry.request.url) }
  },
  confidence: 'high',
  summary: ({ host, error }) =>
    /CERT|PKIX/.test(error ?? '')
      ? text`The browser does not accept the certificate of ${code(host)}.`
      : text`No TLS connection to ${code(host)} came about.`,
  detail: ({ error }) =>
    text`${error === null ? 'Firefox marks the connection as broken' : text`The browser reports ${code(error)}`}. ${advice(error ?? '')} A page's request shows no warning that could be clicked away.`,
  evidence: ({ entry }) => failure(entry),
})

function advice(error: string): string {
  if (/AUTHORITY_INVALID|UNKNOWN_ISSUER|SELF_SIGNED/.test(error))
    return 'Nobody whom the browser trusts signed the certificate: install the issuer, or open the API once in a tab and accept the certificate.'
  if (/COMMON_NAME|BAD_CERT_DOMAIN/.test(error))
    return 'The certificate is for another name: ask the API under the name that it is for.'
  if (/DATE_INVALID|EXPIRED/.test(error))
    return 'The certificate has expired, or is not valid yet: renew it, and look at the clock.'
  if (/SSL_PROTOCOL|WRONG_VERSION|RX_RECORD/.test(error))
    return 'Often the port speaks plain http, or a protocol version that the browser no longer takes.'
  return 'A certificate that is not trusted, or a port that speaks plain http, looks like this. Open the API in a tab to see the reason.'
}
