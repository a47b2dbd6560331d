/**
 * Reports whether an error of Chrome's means that the headers had arrived and the body could not be read to the end. An
 * abort is none: the page had what it wanted, or wanted no more. https://source.chromium.org/chromium/chromium/src/+/main:net/base/net_error_list.h
 */
export const isBrokenBody = (error: string): boolean =>
  /ERR_(?:(?:INVALID|INCOMPLETE)_CHUNKED_ENCODING|CONTENT_(?:LENGTH_MISMATCH|DECODING_FAILED|DECODING_INIT_FAILED)|HTTP2_|QUIC_|SPDY_|CONNECTION_(?:RESET|CLOSED|ABORTED)|TIMED_OUT|NETWORK_CHANGED|INTERNET_DISCONNECTED|RESPONSE_HEADERS_TRUNCATED)/.test(
    error,
  )
