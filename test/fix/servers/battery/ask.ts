import { engines } from '../../../../src/engines/index.ts'
import { standard } from '../../../../src/fetch/implementation.ts'
import { mainFetch } from '../../../../src/fetch/main-fetch.ts'
import type { NetworkResult } from '../../../../src/fetch/network.ts'
import type { FetchRequest } from '../../../../src/fetch/request.ts'
import { corsUnsafeRequestHeaderNames } from '../../../../src/fetch/request-headers.ts'
import type { FetchResponse } from '../../../../src/fetch/response.ts'
import { fetchRequest } from '../../../fetch/records.ts'
import { send } from './send.ts'

/** What a page does in one of these tests. */
export interface Asked {
  readonly origin: string
  readonly method?: string
  readonly path?: string
  readonly headers?: readonly string[]
  readonly credentials?: boolean
}

/** What a server answered, and what becomes of the fetch by the rules of every engine. */
export interface Answered {
  readonly preflight: FetchResponse
  /** null if no engine would send it, or where the method is one that no HTTP client sends. */
  readonly actual: FetchResponse | null
  /** 'shared' or 'blocked', where the engines agree; else what each says. */
  readonly outcome: string
}

/** Asks a real server the preflight and the actual request, and judges its answers as the product would. */
export async function ask(port: number, asked: Asked): Promise<Answered> {
  const { origin, method = 'GET', path = '/items', headers = [], credentials = false } = asked
  const request = fetchRequest({
    origin,
    method,
    urlList: [`https://api.example.com${path}`],
    credentialsMode: credentials ? 'include' : 'same-origin',
    headerList: headers.map((name) => ({ name, value: 'application/json' })),
  })
  const preflight = await askPreflight(port, request, path)
  const actual = isSendable(method) ? await send(port, { method, path, headers: sentWith(request) }) : null
  return { preflight, actual, outcome: outcomeOf(request, preflight, actual) }
}

function outcomeOf(request: FetchRequest, preflight: FetchResponse, actual: FetchResponse | null): string {
  const answer = (response: FetchResponse | null): NetworkResult =>
    response === null ? { type: 'not recorded' } : { type: 'response', response }
  const network = { preflight: () => answer(preflight), actual: () => answer(actual) }
  const said = Object.entries(engines).map(([id, { implementation }]) => {
    const { type } = mainFetch(request, network, implementation)
    return [id, type === 'awaits' ? 'shared' : type] as const
  })
  const different = new Set(said.map(([, type]) => type))
  return different.size === 1 ? String([...different][0]) : said.map((pair) => pair.join(': ')).join(', ')
}

function askPreflight(port: number, request: FetchRequest, path: string): Promise<FetchResponse> {
  const names = corsUnsafeRequestHeaderNames(request.headerList, standard)
  return send(port, {
    method: 'OPTIONS',
    path,
    headers: {
      Origin: request.origin,
      'Access-Control-Request-Method': request.method,
      ...(names.length === 0 ? {} : { 'Access-Control-Request-Headers': names.join(',') }),
    },
  })
}

const sentWith = ({ origin, credentialsMode, headerList }: FetchRequest): Record<string, string> => ({
  Origin: origin,
  ...(credentialsMode === 'include' ? { Cookie: 'session=1' } : {}),
  ...Object.fromEntries(
    headerList.filter(({ name }) => name !== 'authorization').map(({ name, value }) => [name, value]),
  ),
})

/** Servers refuse methods that they never heard of before any configuration is asked. */
const isSendable = (method: string): boolean => /^[A-Z]+$/.test(method)
