/** The part of a request that an observer reads; those of `node:http`, `node:http2`, Connect and Express fit. */
export interface SeenRequest {
  readonly method?: string | undefined
  readonly url?: string | undefined
  /** The URL before Connect and Express remove the mount path. */
  readonly originalUrl?: string | undefined
  readonly httpVersion: string
  readonly rawHeaders: readonly string[]
  readonly socket: object
}

/** The part of a response that an observer reads. */
export interface SeenResponse {
  readonly statusCode: number
  readonly statusMessage?: string | undefined
  readonly headersSent: boolean
  getHeaders(): Readonly<Record<string, number | string | readonly string[] | undefined>>
  once(event: 'finish' | 'close', listener: () => void): unknown
}

/** A server that passes requests to listeners, such as the one that `createServer()` of `node:http` returns. */
export interface ObservableServer {
  prependListener(event: 'request', listener: (request: SeenRequest, response: SeenResponse) => void): unknown
  removeListener(event: 'request', listener: (request: SeenRequest, response: SeenResponse) => void): unknown
}
