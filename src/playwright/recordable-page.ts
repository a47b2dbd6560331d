import type { ProtocolSession } from './protocol-session.ts'

/** A page of Puppeteer. */
export interface PuppeteerPage {
  createCDPSession(): Promise<ProtocolSession>
}

/** A page of Playwright. */
export interface PlaywrightPage {
  url(): string
  // Method types, so that Playwright's own pages are assignable.
  context(): { newCDPSession(page: never): Promise<ProtocolSession> }
  on(event: 'requestfinished' | 'requestfailed', listener: (request: PlaywrightRequest) => void): unknown
}

/** The part of a request that Playwright reports in every browser. */
export interface PlaywrightRequest {
  method(): string
  url(): string
  resourceType(): string
  allHeaders(): Promise<Readonly<Record<string, string>>>
  response(): Promise<PlaywrightResponse | null>
  failure(): { readonly errorText: string } | null
  timing(): { readonly startTime: number; readonly responseEnd: number }
}

/** The part of a response that Playwright reports in every browser. */
export interface PlaywrightResponse {
  status(): number
  statusText(): string
  headersArray(): Promise<readonly { readonly name: string; readonly value: string }[]>
}
