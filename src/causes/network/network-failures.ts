import { netErrors } from '../../reading/net-errors.ts'
import { code, text } from '../../text/text.ts'
import { networkFailure } from './network-failure.ts'

/**
 * The host has no address, as far as this browser could find out.
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
  detail: ({ reported }) =>
    text`${
      reported === null
        ? 'Firefox does not record whether the name was not found or the connection was refused.'
        : text`${reported}: it found no address and sent nothing, so no header of the server has a part in this.`
    } Check the spelling of the host, the DNS entry, and whether a VPN or a hosts file should know it.`,
})

/**
 * Nobody listens there, or nothing lets the browser through.
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
      ? text`${host} gave no answer; the connection may have been refused.`
      : text`${host} accepted no connection.`,
  detail: ({ reported }) =>
    text`${
      reported === null
        ? 'Firefox does not record why: refused, unreachable, a wrong name, or a permission for the local network that was not given.'
        : text`${reported}. The request never reached a server, so CORS has no part in this.`
    } See whether the server runs, listens on this port and this address, and whether a firewall lies between.`,
})

/**
 * The server was reached, and no usable response came back.
 *
 * Example: the process crashes on the request and the connection closes: `net::ERR_EMPTY_RESPONSE`.
 */
export const connectionLost = networkFailure({
  id: 'connection-lost',
  named: netErrors.connectionLost,
  shown: ['no answer'],
  summary: ({ host, error, entry: { request } }) =>
    error === null
      ? text`${host} was reached, and ${code(request.method)} got no valid response.`
      : text`${host} ended the connection without a response to ${code(request.method)}.`,
  detail: ({ reported, entry: { request } }) =>
    text`${
      reported === null
        ? 'Firefox shows a connection and no response; it shows a request that the page aborted in the same way.'
        : text`${reported}, a failure of the connection, not of CORS.`
    } Look into the server's own log for this request${
      request.method === 'OPTIONS' ? ': some servers and proxies drop a connection on OPTIONS' : ''
    }. A crash, a body that a proxy finds too large, and a protocol mix-up look like this.`,
})

/**
 * The browser waited for the network until it gave up.
 *
 * Example: `net::ERR_CONNECTION_TIMED_OUT`, because a firewall drops the packets.
 */
export const timedOut = networkFailure({
  id: 'timed-out',
  named: netErrors.timedOut,
  summary: ({ host }) => text`${host} did not answer in time.`,
  detail: ({ reported }) =>
    text`${reported ?? ''}. Nothing came back, so there was nothing that CORS could refuse. See whether the server is up and whether a firewall drops what is sent to it.`,
})

/**
 * The browser did not accept the certificate, or no TLS connection came about.
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
      ? text`The browser does not accept the certificate of ${host}.`
      : text`No TLS connection to ${host} came about.`,
  detail: ({ error, reported }) =>
    text`${reported ?? 'Firefox marks the connection as broken'}. ${tlsAdvice(error ?? '')} A page's request shows no warning that could be clicked away.`,
})

function tlsAdvice(error: string): string {
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

/**
 * The browser had no network, or lost it.
 *
 * Example: "Offline" is still chosen in the Network panel.
 */
export const offline = networkFailure({
  id: 'offline',
  named: netErrors.offline,
  summary: ({ host }) => text`The browser was offline when it asked ${host}.`,
  detail: ({ reported }) =>
    text`${reported ?? ''}. Check the network, and the throttling menu of the Network panel, where "Offline" may be chosen.`,
})

/**
 * The browser's own proxy stands in the way.
 *
 * Example: `net::ERR_PROXY_CONNECTION_FAILED`, because a debugging proxy was closed and the setting stayed.
 */
export const proxyUnreachable = networkFailure({
  id: 'proxy-unreachable',
  named: netErrors.proxy,
  summary: ({ host }) => text`The browser's proxy gave no way to ${host}.`,
  detail: ({ reported }) =>
    text`${reported ?? ''}. The API was not reached. Look at the proxy settings of the browser and of the system, and whether the proxy runs.`,
})
