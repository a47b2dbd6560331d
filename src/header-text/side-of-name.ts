/** Headers that only requests have. */
const OF_REQUESTS =
  'accept accept-charset accept-encoding accept-language access-control-request-headers access-control-request-method ' +
  'access-control-request-private-network authorization cookie dnt expect forwarded from host http2-settings if-match ' +
  'if-modified-since if-none-match if-range if-unmodified-since max-forwards origin prefer priority proxy-authorization ' +
  'range referer save-data te upgrade-insecure-requests user-agent x-csrf-token x-csrftoken x-forwarded-for ' +
  'x-forwarded-host x-forwarded-proto x-requested-with x-xsrf-token :authority :method :path :scheme'

/** Headers that only responses have. */
const OF_RESPONSES =
  'accept-ch accept-ranges access-control-allow-credentials access-control-allow-headers access-control-allow-methods ' +
  'access-control-allow-origin access-control-allow-private-network access-control-expose-headers access-control-max-age ' +
  'age allow alt-svc clear-site-data content-disposition content-security-policy content-security-policy-report-only ' +
  'cross-origin-embedder-policy cross-origin-opener-policy cross-origin-resource-policy date etag expect-ct expires ' +
  'last-modified link location nel origin-agent-cluster permissions-policy proxy-authenticate referrer-policy report-to ' +
  'reporting-endpoints retry-after server server-timing set-cookie strict-transport-security timing-allow-origin trailer ' +
  'transfer-encoding vary www-authenticate x-content-type-options x-dns-prefetch-control x-frame-options x-powered-by ' +
  'x-xss-protection :status'

const requests: ReadonlySet<string> = new Set(OF_REQUESTS.split(' '))
const responses: ReadonlySet<string> = new Set(OF_RESPONSES.split(' '))

/**
 * Returns which side a header belongs to by its name (lowercase); null for one that both sides use, or that isn't known.
 */
export function sideOfName(name: string): 'request' | 'response' | null {
  if (requests.has(name) || name.startsWith('sec-')) return 'request'
  return responses.has(name) ? 'response' : null
}
