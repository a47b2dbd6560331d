import { parseUrl } from '../parse-url.ts'
import { parseHeaders } from './parse-headers.ts'
import { own } from './untrusted.ts'

/**
 * Returns the URL of a HAR request in absolute form, or null where there is none. Proxies and WebPagetest record what
 * the request line says, `/path`: the host is then that of `Host` or `:authority`, and the scheme the recorded one.
 */
export function absoluteUrl(recorded: string, entry: object): string | null {
  if (parseUrl(recorded) !== null) return recorded
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

/** WebPagetest notes whether a request was secure, other writers the port; a TLS handshake takes time only over https. */
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
