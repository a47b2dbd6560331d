import { netErrors } from '../../reading/net-errors.ts'
import { code, text } from '../../text/text.ts'
import { networkFailure } from './network-failure.ts'

/**
 * The browser couldn't find an address for the host.
 *
 * Example: `net::ERR_NAME_NOT_RESOLVED` for `https://api.exmaple.com/`.
 */
export const nameNotResolved = networkFailure({
  id: 'name-not-resolved',
  named: netErrors.nameNotResolved,
  shown: ['no connection'],
  summary: ({ host, error }) =>
    error === null
      ? text`No connection to ${host}: its name may have no address.`
      : text`The name ${host} could not be resolved.`,
  brief: () => text`name not resolved`,
  detail: ({ reported }) =>
    text`${
      reported === null
        ? "Firefox doesn't record whether the name wasn't found or the connection was refused."
        : text`${reported}: it found no address and sent nothing, so CORS isn't the reason.`
    } Check the spelling of the host, its DNS entry, and whether it needs a VPN or a hosts file.`,
})

/**
 * No server listens there, or something blocks the connection.
 *
 * Example: the API server is not running, or listens on another port.
 */
export const connectionRefused = networkFailure({
  id: 'connection-refused',
  yieldsTo: ['redirect-lost-port'],
  after: ['name-not-resolved'],
  named: netErrors.connectionRefused,
  shown: ['no connection', 'plain'],
  summary: ({ host, error }) =>
    error === null
      ? text`${host} didn't respond; the connection may have been refused.`
      : text`${host} accepted no connection.`,
  brief: ({ error }) => (error === null ? text`no connection` : text`connection refused`),
  detail: ({ reported }) =>
    text`${
      reported === null
        ? "Firefox doesn't record why: refused, unreachable, a wrong name, or no permission for the local network."
        : 'No server was reached.'
    } Check that the server runs and listens on this address and port, and that no firewall blocks it.`,
})

/**
 * The server was reached, but no usable response came back.
 *
 * Example: the process crashes on the request and the connection closes: `net::ERR_EMPTY_RESPONSE`.
 */
export const connectionLost = networkFailure({
  id: 'connection-lost',
  named: netErrors.connectionLost,
  shown: ['no answer'],
  summary: ({ host, error, entry: { request } }) =>
    error === null
      ? text`${host} was reached, but ${code(request.method)} got no valid response.`
      : text`${host} ended the connection without a response to ${code(request.method)}.`,
  brief: () => text`connection closed without a response`,
  detail: ({ reported, entry: { request } }) =>
    text`${
      reported === null
        ? 'Firefox shows a connection without a response; an aborted request looks the same.'
        : text`${reported}, a connection failure, not CORS.`
    } Check the server's log for this request${
      request.method === 'OPTIONS' ? ': some servers and proxies drop a connection on OPTIONS' : ''
    }. A crash, a body too large for a proxy or the wrong protocol look like this.`,
})

/**
 * The network request timed out.
 *
 * Example: `net::ERR_CONNECTION_TIMED_OUT`, because a firewall drops the packets.
 */
export const timedOut = networkFailure({
  id: 'timed-out',
  named: netErrors.timedOut,
  summary: ({ host }) => text`The request to ${host} timed out.`,
  brief: () => text`timed out`,
  detail: ({ reported }) =>
    text`${reported ?? ''}. There was no response that CORS could block. Check that the server is up and that no firewall drops the request.`,
})

/**
 * The browser didn't accept the certificate, or no TLS connection was established.
 *
 * Example: a self-signed certificate on `https://localhost:8443`.
 */
export const tlsFailed = networkFailure({
  id: 'tls-failed',
  named: netErrors.tls,
  shown: ['no TLS'],
  shownConfidence: 'high',
  summary: ({ host, error }) =>
    /CERT|PKIX/.test(error ?? '')
      ? text`The browser doesn't accept the certificate of ${host}.`
      : text`The TLS connection to ${host} failed.`,
  brief: ({ error }) =>
    /CERT|PKIX/.test(error ?? '') ? text`certificate not accepted` : text`TLS connection failed`,
  detail: ({ error, reported }) =>
    text`${reported ?? 'Firefox marks the connection as broken'}. ${tlsAdvice(error ?? '')} For a page's request, the browser shows no warning to click through.`,
})

function tlsAdvice(error: string): string {
  if (/AUTHORITY_INVALID|UNKNOWN_ISSUER|SELF_SIGNED/.test(error))
    return "The browser doesn't trust the certificate's issuer: install the issuer, or open the API once in a tab and accept the certificate."
  if (/COMMON_NAME|BAD_CERT_DOMAIN/.test(error))
    return 'The certificate is for another name: call the API by that name.'
  if (/DATE_INVALID|EXPIRED/.test(error))
    return "The certificate has expired or isn't valid yet: renew it, and check the clock."
  if (/SSL_PROTOCOL|WRONG_VERSION|RX_RECORD/.test(error))
    return 'Often the port speaks plain http, or a protocol version that the browser no longer accepts.'
  return 'An untrusted certificate or a port that speaks plain http looks like this. Open the API in a tab to see the reason.'
}

/**
 * The browser had no network, or lost it.
 *
 * Example: "Offline" is still chosen in the Network panel.
 */
export const offline = networkFailure({
  id: 'offline',
  named: netErrors.offline,
  summary: ({ host }) => text`The browser was offline when it called ${host}.`,
  brief: () => text`browser was offline`,
  detail: ({ reported }) =>
    text`${reported ?? ''}. Check the network, and the throttling menu of the Network panel, which may be set to "Offline".`,
})

/**
 * The browser's own proxy stands in the way.
 *
 * Example: `net::ERR_PROXY_CONNECTION_FAILED`, because a debugging proxy was closed and the setting stayed.
 */
export const proxyUnreachable = networkFailure({
  id: 'proxy-unreachable',
  named: netErrors.proxy,
  summary: ({ host }) => text`The browser's proxy couldn't reach ${host}.`,
  brief: () => text`proxy not reached`,
  detail: ({ reported }) =>
    text`${reported ?? ''}. Check the proxy settings of the browser and the system, and that the proxy runs.`,
})
