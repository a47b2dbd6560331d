/** One HTTP request, to be sent exactly like this, in this order and capitalization. */
export interface WireRequest {
  readonly method: string
  /** http or https, without a fragment. */
  readonly url: string
  /**
   * In the order of the wire. Without a `Host`, the sender writes it first; without a `Connection`, it adds one after it.
   * HTTP/2 has neither.
   */
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** The headers if the server speaks HTTP/2, where they differ; with pseudo-headers, if their order matters. */
  readonly http2Headers?: readonly (readonly [name: string, value: string])[]
  readonly body: Uint8Array | null
}

/** The response to a {@link WireRequest}. */
export interface WireResponse {
  readonly status: number
  readonly statusText: string
  /** `HTTP/1.1`, `h2`. */
  readonly httpVersion: string
  /** As received, one per line. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** At most 3 kB; the rest isn't read. */
  readonly body: Uint8Array
  /** Milliseconds since the epoch. */
  readonly started: number
  readonly ms: number
}

/** Why there is no response. */
export interface NetworkFault {
  readonly fault: 'dns' | 'refused' | 'tls' | 'timeout' | 'closed' | 'protocol'
  /** What happened, in a sentence for users. */
  readonly message: string
}

/** How one request is sent. */
export interface SendOptions {
  /** The timeout, in milliseconds. */
  readonly timeout: number
  /** Whether certificates aren't checked. */
  readonly insecure: boolean
}

/** Sends one request. Never throws, never follows redirects, and always ends within the timeout. */
export type Send = (request: WireRequest, options: SendOptions) => Promise<WireResponse | NetworkFault>
