import { readFileSync } from 'node:fs'
import { constructRequest } from '../../src/fetch/construct-request.ts'
import type { HeaderList } from '../../src/fetch/header-list.ts'
import type { Implementation } from '../../src/fetch/implementation.ts'
import { mainFetch, type Outcome } from '../../src/fetch/main-fetch.ts'
import type { Network, NetworkResult } from '../../src/fetch/network.ts'
import { serializeRequestOrigin } from '../../src/fetch/origin.ts'
import type { CredentialsMode, FetchRequest, RedirectMode, RequestMode } from '../../src/fetch/request.ts'

/** A generated case: what the page asked, what the server answers at each hop, and what three browsers did. */
export interface OracleCase {
  readonly id: string
  readonly pageOrigin: string
  readonly via: string
  readonly request: {
    readonly method: string
    readonly headers: Readonly<Record<string, string>>
    readonly credentials?: CredentialsMode
    readonly mode?: RequestMode
    readonly redirect?: RedirectMode
    readonly body?: string
  }
  readonly hops: readonly OracleHop[]
  readonly chromium: {
    readonly outcome: string
    readonly code: string | null
    readonly net: string | null
    readonly exposed?: readonly string[]
    readonly pageError?: string
  }
  readonly firefox?: { readonly outcome: string; readonly category: string | null }
  readonly webkit: { readonly outcome: string; readonly category: string | null }
  readonly requestsSent: { readonly chromium: readonly string[]; readonly webkit: readonly string[] }
}

interface OracleHop {
  readonly origin: string
  readonly userinfo?: boolean
  readonly preflight: OracleAnswer | null
  readonly actual: OracleAnswer
}

interface OracleAnswer {
  readonly status?: number
  readonly drop?: boolean
  readonly headers?: readonly (readonly [string, string])[]
}

/** Returns the cases of a file beside this one. */
export const readOracleCases = (file = 'generated.ndjson'): readonly OracleCase[] =>
  readFileSync(new URL(`./${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

/** What an engine makes of a case, and the requests that it sends on the way. */
export interface Played {
  readonly outcome: Outcome | { readonly type: 'type error' }
  readonly sent: readonly string[]
}

/** Plays a case against an engine's implementation, with the case's servers as the network. */
export function play(oracle: OracleCase, implementation: Implementation): Played {
  const { via, request: asked } = oracle
  const element = /\[crossorigin=(.*)\]/.exec(via)?.[1]
  const headers = Object.entries(asked.headers).map(([name, value]) => ({ name, value }))
  const constructed = constructRequest(
    {
      url: urlOf(oracle, 0),
      origin: oracle.pageOrigin,
      // An element sends a plain GET, and XMLHttpRequest knows neither mode nor redirect mode.
      ...(element === undefined ? { method: asked.method, headers } : {}),
      ...(via === 'fetch' ? { mode: asked.mode ?? 'cors', redirect: asked.redirect ?? 'follow' } : {}),
      credentials:
        element === undefined
          ? (asked.credentials ?? 'same-origin')
          : element === 'use-credentials'
            ? 'include'
            : 'same-origin',
      bodyContentType: asked.body === undefined || element !== undefined ? null : 'text/plain;charset=UTF-8',
    },
    implementation,
  )
  if ('typeError' in constructed) return { outcome: { type: 'type error' }, sent: [] }
  const sent: string[] = []
  const network: Network = {
    preflight: (request, hop) => {
      sent.push(`OPTIONS(${request.method}|${request.unsafeHeaderNames.join(',')})`)
      return answer(oracle.hops[hop]?.preflight, {
        origin: request.origin,
        acrm: request.method,
        acrh: request.unsafeHeaderNames.join(','),
        // The user information was in the redirect of the request itself; of the preflight's Firefox says
        // "external redirect", which it does only of a URL without.
        next: urlOf(oracle, hop + 1).replace('user:pw@', ''),
      })
    },
    actual: (request, hop) => {
      const refused = nodeRefuses(request)
      if (refused === null) sent.push(request.method)
      return (
        refused ??
        answer(oracle.hops[hop]?.actual, {
          origin: originHeader(request),
          acrm: '',
          acrh: '',
          next: urlOf(oracle, hop + 1),
        })
      )
    },
  }
  return { outcome: mainFetch(constructed.request, network, implementation), sent }
}

/** The lab's Node server answers 400 without headers to a method that its parser does not know, and keeps no note. */
function nodeRefuses(request: FetchRequest): NetworkResult | null {
  return ['patch'].includes(request.method)
    ? { type: 'response', response: { status: 400, headerList: [] } }
    : null
}

const originHeader = (request: FetchRequest): string =>
  serializeRequestOrigin(request.origin, request.urlList)

function urlOf(oracle: OracleCase, hop: number): string {
  const place = oracle.hops[hop]
  if (place === undefined) return `${oracle.hops[0]?.origin}/nowhere`
  const origin = place.userinfo === true ? place.origin.replace('://', '://user:pw@') : place.origin
  return `${origin}/r?id=${oracle.id}&hop=${hop}`
}

function answer(
  given: OracleAnswer | null | undefined,
  values: { readonly origin: string; readonly acrm: string; readonly acrh: string; readonly next: string },
): NetworkResult {
  if (given === null || given === undefined) return { type: 'not recorded' }
  if (given.drop === true) return { type: 'network error' }
  const headerList: HeaderList = (given.headers ?? []).map(([name, value]) => ({
    name,
    value:
      value === '(next hop)'
        ? values.next
        : value
            .replaceAll('$origin', values.origin)
            .replaceAll('$acrm', values.acrm)
            .replaceAll('$acrh', values.acrh)
            .trim(),
  }))
  // A character that a header cannot carry makes the lab's server drop the connection.
  if (headerList.some(({ value }) => /[^\0-\xff]/.test(value))) return { type: 'network error' }
  return { type: 'response', response: { status: given.status ?? 200, headerList } }
}
