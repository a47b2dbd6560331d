import type { HeaderList } from '../fetch/header-list.ts'
import type { FetchRequest } from '../fetch/request.ts'
import type { FetchResponse } from '../fetch/response.ts'

/** A minimal request that a rule blocks. */
export interface Example {
  /** What the page does. */
  readonly call: string
  readonly request: FetchRequest
  /** The response to the preflight; null if there is none. */
  readonly preflight: FetchResponse | null
  /** The responses, one for each hop. */
  readonly responses: readonly FetchResponse[]
}

/** The URLs of every example. */
export const PAGE = 'https://app.example'
export const API = 'https://api.example/items'

/** The differences from a simple GET with the given response. */
export interface Differences extends Partial<Omit<FetchRequest, 'headerList'>> {
  /** The second argument of `fetch()`, or ''. */
  readonly options?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly preflight?: FetchResponse
}

/** Returns an example: a page calls an API with `fetch()` and gets the given responses. */
export function example(
  responses: readonly FetchResponse[],
  { options = '', headers = {}, preflight, ...request }: Differences = {},
): Example {
  const url = request.urlList?.[0] ?? API
  return {
    call: options === '' ? `fetch('${url}')` : `fetch('${url}', ${options})`,
    request: {
      method: 'GET',
      urlList: [url],
      origin: PAGE,
      mode: 'cors',
      credentialsMode: 'same-origin',
      redirectMode: 'follow',
      useCorsPreflightFlag: false,
      bodySourceIsNull: false,
      headerList: headerList(headers),
      ...request,
    },
    preflight: preflight ?? null,
    responses,
  }
}

const headerList = (headers: Readonly<Record<string, string>>): HeaderList =>
  Object.entries(headers).map(([name, value]) => ({ name, value }))

/** Returns a response. */
export const response = (status: number, headers: Readonly<Record<string, string>> = {}): FetchResponse => ({
  status,
  headerList: headerList(headers),
})

/** Returns a response that allows an origin. */
export const allowing = (origin: string, headers: Readonly<Record<string, string>> = {}): FetchResponse =>
  response(200, { 'Access-Control-Allow-Origin': origin, ...headers })
