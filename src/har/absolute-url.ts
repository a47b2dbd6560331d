import { parseUrl, urlOrigin } from '../parse-url.ts'
import { parseHeaders } from './parse-headers.ts'
import { own } from './untrusted.ts'

/**
 * Returns the URL of a HAR request in absolute form, or null if it has none. Proxies and WebPagetest record only the path
 * from the request line; the host then comes from `Host` or `:authority`, and the scheme from elsewhere in the recording.
 */
export function absoluteUrl(recorded: string, entry: object): string | null {
  if (urlOrigin(recorded) !== null) return recorded
  if (!recorded.startsWith('/')) return null
  const headers = parseHeaders(own(own(entry, 'request'), 'headers'))
  const headerNamed = (wanted: string): string | undefined =>
    headers.find(({ name }) => name.toLowerCase() === wanted)?.value
  const host = headerNamed(':authority') ?? headerNamed('host')
  if (host === undefined || !/^[^\s/?#@\\]+$/.test(host)) return null
  const scheme = headerNamed(':scheme') ?? schemeOf(entry, host)
  const url = recorded.startsWith('//') ? `${scheme}:${recorded}` : `${scheme}://${host}${recorded}`
  return parseUrl(url) === null ? null : url
}

/**
 * WebPagetest notes whether a request was secure, and other tools note the port. Only https spends time on a TLS
 * handshake.
 */
function schemeOf(entry: object, host: string): 'http' | 'https' {
  const secure = own(entry, '_is_secure')
  if (secure !== undefined && secure !== null)
    return secure === 1 || secure === true || secure === '1' ? 'https' : 'http'
  const handshake = own(own(entry, 'timings'), 'ssl')
  const isSecure =
    host.endsWith(':443') ||
    own(entry, 'connection') === '443' ||
    (typeof handshake === 'number' && handshake > 0)
  return isSecure ? 'https' : 'http'
}
