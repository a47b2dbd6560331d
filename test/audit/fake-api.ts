import { type Audit, auditApi } from '../../src/audit/audit-api.ts'
import type { Existence, LookUp } from '../../src/audit/existence.ts'
import type { AuditTarget } from '../../src/audit/target.ts'
import type { Send, WireRequest } from '../../src/check/wire.ts'

/** A request as a server of these tests sees it. */
export interface Seen {
  readonly method: string
  readonly path: string
  /** '' if there is none. */
  readonly origin: string
  readonly header: (name: string) => string
  readonly isPreflight: boolean
}

/** What a server of these tests sends: its status is 200 unless given. */
export interface Sent {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string | readonly string[]>>
  readonly body?: string
}

export type FakeApi = (seen: Seen) => Sent

export const APP = 'https://app.example.com'
export const API = 'https://api.example.com/items'

/** Returns a sender whose requests a function responds to. */
export const sendTo =
  (api: FakeApi, log: WireRequest[] = []): Send =>
  async (request) => {
    log.push(request)
    const header = (wanted: string): string =>
      request.headers.find(([name]) => name.toLowerCase() === wanted.toLowerCase())?.[1] ?? ''
    const {
      status = 200,
      headers = {},
      body = '[]',
    } = api({
      method: request.method,
      path: new URL(request.url).pathname,
      origin: header('Origin'),
      header,
      isPreflight: request.method === 'OPTIONS' && header('Access-Control-Request-Method') !== '',
    })
    return {
      status,
      statusText: '',
      httpVersion: 'HTTP/1.1',
      headers: Object.entries(headers).flatMap(([name, values]) =>
        (typeof values === 'string' ? [values] : values).map((value) => [name, value] as const),
      ),
      body: new TextEncoder().encode(body),
      started: 1_800_000_000_000 + log.length * 100,
      ms: 10,
    }
  }

/** Audits a server that is a function. */
export const auditFake = (
  api: FakeApi,
  {
    url = API,
    origins = [APP],
    headers = [],
    existence = 'yes',
    lookUp = async () => existence,
  }: Partial<AuditTarget> & { readonly existence?: Existence; readonly lookUp?: LookUp } = {},
): Promise<Audit> =>
  auditApi({ url, origins, headers }, { send: sendTo(api), timeout: 1000, insecure: false, lookUp })

/** Returns the ids of what an audit found, in alphabetical order. */
export const idsOf = ({ found }: Audit): readonly string[] => found.map(({ lint }) => lint.id).sort()
