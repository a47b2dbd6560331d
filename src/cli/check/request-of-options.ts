import {
  type CheckRequest,
  type EngineId,
  type HeaderList,
  isForbiddenRequestHeader,
  isName,
  plainRequest,
} from '../../internal.ts'
import type { CheckOptions } from './check-options.ts'

/** A request to send, and what of the command line has no effect on it. */
export interface WantedRequest {
  readonly request: CheckRequest
  readonly notes: readonly string[]
}

/** Returns the request that the command line describes, or what it lacks. */
export function requestOfOptions(
  url: string,
  options: CheckOptions,
  engine: EngineId | null,
): WantedRequest | { readonly lacks: string } {
  const { copied } = options
  const given = options.headers.filter(({ name }) => !OWN.some((own) => isName(own, name)))
  const of = (name: string): string | null =>
    options.headers.find((header) => isName(header.name, name))?.value ?? null
  const origin = options.page ?? of('Origin') ?? copied?.origin ?? null
  if (origin === null)
    return { lacks: "the origin of the page that calls it isn't known; add --origin https://app.example.com" }
  const body = options.data ?? copied?.body ?? null
  const method = options.method ?? (options.data === null ? null : 'POST') ?? copied?.method ?? 'GET'
  if (body !== null && /^(get|head)$/i.test(method))
    return { lacks: `a page can't send a body with ${method.toUpperCase()}` }
  if (options.send && body === null && (copied?.files.length ?? 0) > 0)
    return { lacks: "the command's body is in a file, which isn't read; add --data" }
  const cookie = of('Cookie') ?? copied?.cookie ?? null
  const credentials = options.credentials ?? (of('Cookie') === null ? null : 'include')
  const ignored = given.filter((header) => isForbiddenRequestHeader(header))
  return {
    request: {
      ...plainRequest,
      url,
      origin,
      method,
      headers: [...(copied?.headers ?? []).filter(({ name }) => !has(given, name)), ...given],
      credentials: credentials ?? copied?.credentials ?? plainRequest.credentials,
      mode: options.mode ?? copied?.mode ?? plainRequest.mode,
      body,
      cookie,
      engine: engine ?? copied?.engine ?? plainRequest.engine,
      ofBrowser: copied?.ofBrowser ?? [],
    },
    notes: ignored.map(({ name }) => `--header ${name}: only the browser sets this header; yours is ignored`),
  }
}

/** The browser's own headers that say something of the page or the user. */
const OWN = ['Cookie', 'Origin']

const has = (headers: HeaderList, name: string): boolean =>
  headers.some((header) => isName(header.name, name))
