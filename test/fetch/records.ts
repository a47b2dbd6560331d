import type { PreflightRequest } from '../../src/fetch/cors-preflight-fetch.ts'
import { type HeaderList, trimOws } from '../../src/fetch/header-list.ts'
import type { Network, NetworkResult } from '../../src/fetch/network.ts'
import type { FetchRequest } from '../../src/fetch/request.ts'
import type { FetchResponse } from '../../src/fetch/response.ts'

/** The origin that asks in these tests, and two that are asked. */
export const PAGE = 'https://app.example'
export const API = 'https://api.example/items'
export const CDN = 'https://cdn.example/items'

/** Returns a header list of lines as they stand in a message: "Name: value". */
export const headers = (...lines: readonly string[]): HeaderList =>
  lines.map((line) => {
    const colon = line.indexOf(':')
    return { name: line.slice(0, colon), value: trimOws(line.slice(colon + 1)) }
  })

/** Returns a response of a status and header lines. */
export const response = (status: number, ...lines: readonly string[]): FetchResponse => ({
  status,
  headerList: headers(...lines),
})

/** Returns the plain GET of {@link PAGE} to {@link API}, with some parts replaced. */
export const fetchRequest = (parts: Partial<FetchRequest> = {}): FetchRequest => ({
  method: 'GET',
  urlList: [API],
  origin: PAGE,
  mode: 'cors',
  credentialsMode: 'same-origin',
  redirectMode: 'follow',
  useCorsPreflightFlag: false,
  bodySourceIsNull: false,
  headerList: [],
  ...parts,
})

/** Returns the CORS-preflight request for a PUT without unsafe headers, with some parts replaced. */
export const preflightRequest = (parts: Partial<PreflightRequest> = {}): PreflightRequest => ({
  url: API,
  origin: PAGE,
  credentialsMode: 'same-origin',
  method: 'PUT',
  unsafeHeaderNames: [],
  hasAuthorization: false,
  useCorsPreflightFlag: false,
  ...parts,
})

/** What a server in a test answers at one hop. */
export interface Hop {
  readonly preflight?: FetchResponse | Exclude<NetworkResult['type'], 'response'>
  readonly actual?: FetchResponse | Exclude<NetworkResult['type'], 'response'>
}

/** A network that answers hop by hop and keeps a note of what was sent: "OPTIONS PUT x-a" or "PUT". */
export interface NotedNetwork extends Network {
  readonly sent: string[]
  readonly origins: string[]
  readonly requests: FetchRequest[]
}

/** Returns a network with one answer per hop; where the hops end, nothing is recorded. */
export function network(...hops: readonly Hop[]): NotedNetwork {
  const [sent, origins, requests]: [string[], string[], FetchRequest[]] = [[], [], []]
  const answer = (given: Hop['actual']): NetworkResult => {
    if (given === undefined) return { type: 'not recorded' }
    return typeof given === 'string' ? { type: given } : { type: 'response', response: given }
  }
  return {
    sent,
    origins,
    requests,
    preflight: (request, hop) => {
      sent.push(['OPTIONS', request.method, ...request.unsafeHeaderNames].join(' '))
      origins.push(request.origin)
      return answer(hops[hop]?.preflight)
    },
    actual: (request, hop) => {
      sent.push(request.method)
      requests.push(request)
      return answer(hops[hop]?.actual)
    },
  }
}
