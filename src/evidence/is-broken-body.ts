/**
 * Reports whether a Chrome error means that the headers had arrived but the body couldn't be read completely. An abort
 * isn't one, because the page didn't need the rest.
 * https://source.chromium.org/chromium/chromium/src/+/main:net/base/net_error_list.h
 */
export const isBrokenBody = (error: string): boolean =>
  /ERR_(?:(?:INVALID|INCOMPLETE)_CHUNKED_ENCODING|CONTENT_(?:LENGTH_MISMATCH|DECODING_FAILED|DECODING_INIT_FAILED)|HTTP2_|QUIC_|SPDY_|CONNECTION_(?:RESET|CLOSED|ABORTED)|TIMED_OUT|NETWORK_CHANGED|INTERNET_DISCONNECTED|RESPONSE_HEADERS_TRUNCATED)/.test(
    error,
  )
