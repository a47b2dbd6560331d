import { type CheckRequest, plainRequest } from '../../src/check/check-request.ts'
import type { CheckLimits } from '../../src/check/play-check.ts'
import type { Send, WireRequest, WireResponse } from '../../src/check/wire.ts'

/** A request of a page at https://app.example to https://api.example. */
export const request = (more: Partial<CheckRequest> = {}): CheckRequest => ({
  ...plainRequest,
  url: 'https://api.example/items',
  origin: 'https://app.example',
  ...more,
})

export const limits = (more: Partial<CheckLimits> = {}): CheckLimits => ({
  timeout: 5000,
  insecure: false,
  sendsChanges: true,
  preflightOnly: false,
  ...more,
})

/** What a server answers, as a test writes it down. */
export interface Answer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** Returns a server that notes what it receives; times are made up. */
export function server(answer: (request: WireRequest) => Answer) {
  const received: WireRequest[] = []
  const send: Send = async (sent) => {
    received.push(sent)
    const { status = 200, headers = {}, body = '' } = answer(sent)
    const response: WireResponse = {
      status,
      statusText: '',
      httpVersion: 'HTTP/1.1',
      headers: Object.entries(headers),
      body: new TextEncoder().encode(body),
      started: 1_700_000_000_000 + received.length * 10,
      ms: 5,
    }
    return response
  }
  return { send, received, lines: () => received.map(({ method, url }) => `${method} ${url}`) }
}

/** The value of a header that was sent, or null. */
export const header = ({ headers }: WireRequest, name: string): string | null =>
  headers.find(([one]) => one.toLowerCase() === name.toLowerCase())?.[1] ?? null
