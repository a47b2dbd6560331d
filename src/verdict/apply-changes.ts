import type { Hypothesis } from '../evidence/hypotheses.ts'
import { get, type HeaderList, isName, isToken } from '../fetch/header-list.ts'
import type { Failure } from '../fetch/main-fetch.ts'
import type { Network, NetworkResult } from '../fetch/network.ts'
import type { FetchRequest } from '../fetch/request.ts'
import type { FetchResponse } from '../fetch/response.ts'
import type { Phase } from '../fetch/steps.ts'
import type { Change } from '../rules/change.ts'

/**
 * Returns the hypothesis after changes to the failing response (or to the request, if only the client can help), to find
 * what would fail next.
 */
export function applyChanges(
  hypothesis: Hypothesis,
  failure: Failure,
  changes: readonly Change[],
): Hypothesis {
  const { response, phase, hop } = failure
  const request = changes.reduce(
    (changed, change) => changeRequest(changed, failure, change),
    hypothesis.request,
  )
  if (response === null) return { ...hypothesis, request }
  const names = changes.flatMap((change) => (change.type === 'allow header' ? [change.name] : []))
  const others = changes.filter(({ type }) => type !== 'allow header')
  const changed = others.reduce(
    (one, change) => changeResponse(one, failure, change),
    allowing(response, names),
  )
  return { ...hypothesis, request, network: overlay(hypothesis.network, phase, hop, changed) }
}

function overlay(network: Network, phase: Phase, hop: number, response: FetchResponse): Network {
  const answer: NetworkResult = { type: 'response', response }
  return {
    preflight: (request, at) =>
      phase === 'preflight' && at === hop ? answer : network.preflight(request, at),
    actual: (request, at) => (phase === 'actual' && at === hop ? answer : network.actual(request, at)),
  }
}

function changeResponse(response: FetchResponse, failure: Failure, change: Change): FetchResponse {
  const { headerList } = response
  switch (change.type) {
    case 'allow origin':
      return { ...response, headerList: set(headerList, 'Access-Control-Allow-Origin', change.origin) }
    case 'allow credentials':
      return { ...response, headerList: set(headerList, 'Access-Control-Allow-Credentials', 'true') }
    case 'allow method':
      return isToken(change.method)
        ? { ...response, headerList: add(headerList, 'Access-Control-Allow-Methods', change.method) }
        : response
    case 'allow header':
      return allowing(response, [change.name])
    case 'answer preflight':
      return { ...response, status: 204 }
    case 'repair list':
      return { ...response, headerList: repaired(headerList, change.header) }
    case 'redirect without credentials':
      return {
        ...response,
        headerList: set(headerList, 'Location', withoutCredentials(get(headerList, 'Location') ?? '')),
      }
    case 'client':
      // No server can fix this. To find what comes next, the step is treated as passed.
      return change.what === 'request URL' || change.what === 'page origin'
        ? {
            ...response,
            headerList: set(headerList, 'Access-Control-Allow-Origin', failure.serializedOrigin),
          }
        : response
  }
}

/**
 * Adds request headers to the list, all at once, because there may be thousands; none if one of them can't be in a list, since
 * the request fails whatever else is allowed.
 */
const allowing = (response: FetchResponse, names: readonly string[]): FetchResponse =>
  names.length === 0 || !names.every(isToken)
    ? response
    : {
        ...response,
        headerList: add(response.headerList, 'Access-Control-Allow-Headers', names.join(', ')),
      }

function changeRequest(request: FetchRequest, failure: Failure, change: Change): FetchRequest {
  if (change.type !== 'client') return request
  switch (change.what) {
    case 'method case':
      return { ...request, method: request.method.toUpperCase() }
    case 'mode':
      return { ...request, mode: 'cors' }
    case 'redirect mode':
      return { ...request, redirectMode: 'follow' }
    case 'request body':
      return { ...request, bodySourceIsNull: false }
    case 'request header': {
      const refused = failure.preflightRequest?.unsafeHeaderNames ?? []
      const mistaken = (name: string): boolean =>
        /^access-control-/i.test(name) && refused.includes(name.toLowerCase())
      return { ...request, headerList: request.headerList.filter(({ name }) => !mistaken(name)) }
    }
    case 'request URL':
    case 'page origin':
      return request
  }
}

const set = (headerList: HeaderList, name: string, value: string): HeaderList => [
  ...headerList.filter((header) => !isName(header.name, name)),
  { name, value },
]

function add(headerList: HeaderList, name: string, value: string): HeaderList {
  const listed = get(headerList, name) ?? ''
  return set(headerList, name, listed === '' ? value : `${listed}, ${value}`)
}

/**
 * Returns the list with one header rebuilt from its tokens, whatever separates them: `GET; PUT` and `["GET", "PUT"]` mean
 * GET and PUT.
 */
function repaired(headerList: HeaderList, name: string): HeaderList {
  const tokens = (get(headerList, name) ?? '').match(/[!#$%&'*+\-.^_`|~0-9A-Za-z]+/g) ?? []
  return tokens.length === 0
    ? headerList.filter((header) => !isName(header.name, name))
    : set(headerList, name, tokens.join(', '))
}

function withoutCredentials(location: string): string {
  return location.replace(/^((?:https?:)?\/\/)[^/?#]*@/i, '$1')
}
