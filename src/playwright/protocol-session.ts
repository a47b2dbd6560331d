/** The recorded part of a `requestWillBeSent` event. */
export interface RequestSent {
  readonly requestId: string
  readonly documentURL: string
  readonly request: { readonly url: string; readonly method: string; readonly headers: object }
  readonly timestamp: number
  readonly wallTime: number
  readonly initiator: { readonly type: string; readonly url?: string; readonly requestId?: string }
  readonly type?: string
  /** The response of the previous hop, if this is a redirect. */
  readonly redirectResponse?: ProtocolResponse
  readonly redirectHasExtraInfo?: boolean
}

/** The recorded part of a response. */
export interface ProtocolResponse {
  readonly status: number
  readonly statusText: string
  readonly headers: object
  readonly mimeType: string
  readonly protocol?: string
  readonly fromDiskCache?: boolean
  readonly fromServiceWorker?: boolean
}

/** Why a request failed. */
export interface RequestFailed {
  readonly requestId: string
  readonly timestamp: number
  readonly errorText: string
  readonly corsErrorStatus?: { readonly corsError: string; readonly failedParameter: string }
}

/** The protocol's events, by name. https://chromedevtools.github.io/devtools-protocol/tot/Network/ */
export interface NetworkEvents {
  readonly 'Network.requestWillBeSent': RequestSent
  readonly 'Network.requestWillBeSentExtraInfo': { readonly requestId: string; readonly headers: object }
  readonly 'Network.responseReceived': {
    readonly requestId: string
    readonly response: ProtocolResponse
    readonly hasExtraInfo?: boolean
  }
  readonly 'Network.responseReceivedExtraInfo': {
    readonly requestId: string
    readonly headers: object
    readonly statusCode: number
  }
  readonly 'Network.loadingFinished': { readonly requestId: string; readonly timestamp: number }
  readonly 'Network.loadingFailed': RequestFailed
}

/** A session of Chromium's debugging protocol, as Playwright and Puppeteer open it. */
export interface ProtocolSession {
  send(method: 'Network.enable'): Promise<unknown>
  on(event: keyof NetworkEvents, listener: (event: unknown) => void): unknown
}
