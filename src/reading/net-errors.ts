/**
 * The browsers' names for network failures, grouped by what has to be done about them. Chrome's names are those of
 * `net/base/net_error_list.h`; Firefox's NS_ERROR_… and its short forms come from tools that automate it.
 */
export const netErrors = {
  nameNotResolved: /ERR_NAME_NOT_RESOLVED|ERR_NAME_RESOLUTION_FAILED|ERR_DNS_|UNKNOWN_HOST|ERR_ICANN_NAME_/,
  connectionRefused:
    /ERR_CONNECTION_REFUSED|ERR_CONNECTION_FAILED|ERR_ADDRESS_(UNREACHABLE|INVALID)|ERROR_CONNECTION_REFUSED/,
  connectionLost:
    /ERR_EMPTY_RESPONSE|ERR_CONNECTION_(RESET|CLOSED|ABORTED)|ERR_SOCKET_NOT_CONNECTED|ERR_HTTP2_|ERR_QUIC_|ERR_INVALID_HTTP_RESPONSE|ERR_INVALID_CHUNKED|ERR_CONTENT_LENGTH_MISMATCH|ERR_INCOMPLETE|ERR_RESPONSE_HEADERS_T|NET_RESET|NET_INTERRUPT|NET_PARTIAL/,
  timedOut: /ERR_TIMED_OUT|ERR_CONNECTION_TIMED_OUT|NET_TIMEOUT/,
  tls: /ERR_CERT|ERR_SSL|ERR_BAD_SSL|ERR_TLS|SEC_ERROR|SSL_ERROR|MOZILLA_PKIX|ERROR_NET_INADEQUATE_SECURITY/,
  offline: /ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|ERR_NETWORK_IO_SUSPENDED|ERROR_OFFLINE/,
  proxy: /ERR_PROXY|ERR_TUNNEL_|ERR_SOCKS_|ERR_MANDATORY_PROXY|ERR_UNEXPECTED_PROXY|ERROR_PROXY/,
  streamingUpload: /ERR_ALPN_NEGOTIATION_FAILED|ERR_H2_OR_QUIC_REQUIRED/,
  blockedByClient: /ERR_BLOCKED_BY_(CLIENT|ADMINISTRATOR)/,
  tracker: /TRACKING_URI|ERR_BLOCKED_BY_FINGERPRINTING/,
  localNetwork: /ERR_BLOCKED_BY_(LOCAL|PRIVATE)_NETWORK_ACCESS_CHECKS/,
  orb: /ERR_BLOCKED_BY_ORB/,
  coep: /ERR_BLOCKED_BY_RESPONSE\.\w+AfterDefaultedToSameOriginBy|^coep|ERROR_DOM_COEP/,
  corp: /ERR_BLOCKED_BY_RESPONSE\.NotSame(Origin|Site)$|^corp|CORP_FAILED/,
  unsafePort: /ERR_UNSAFE_PORT|PORT_ACCESS_NOT_ALLOWED/,
  aborted: /ERR_ABORTED|BINDING_ABORTED/,
} as const satisfies Record<string, RegExp>

/** Reports whether an error is a network error that belongs to no group here. */
export const isOtherNetError = (error: string): boolean =>
  /^(net::ERR_|NS_ERROR_|NS_BINDING_)/.test(error) &&
  !/^(net::ERR_FAILED|NS_ERROR_FAILURE|NS_ERROR_DOM_BAD_URI)$/.test(error) &&
  !Object.values(netErrors).some((pattern) => pattern.test(error))
