import { chromeEntry, chromePreflight, type EntryDescription, harText } from '../../make-har.ts'

/** Where a secret stands in a recording. */
export interface Place {
  readonly what: string
  /** What must not be shown; a part of it is enough to know it by. */
  readonly secret: string
  readonly entry: EntryDescription
  /** Fields of the response itself, such as `statusText`. */
  readonly response?: Readonly<Record<string, unknown>>
  /** Fields of the request itself, such as `cookies`. */
  readonly sent?: Readonly<Record<string, unknown>>
  /** The tool that made the recording, unless Chrome's DevTools. */
  readonly creator?: string
  /** The request that a redirect leads to. */
  readonly next?: EntryDescription
  /** More of the preflight's response, such as `status`. */
  readonly answer?: Readonly<Record<string, unknown>>
  /** Headers of the preflight's response, in place of those that let it pass. */
  readonly preflight?: Readonly<Record<string, string>>
  /** Whether configuration has it as it is: an origin, a method, a header's name. */
  readonly isConfigured?: boolean
}

const PATH = 'https://api.test/v1'

/** A secret in the URL, given from its path on. */
export const inUrl = (rest: string, secret: string): Place => ({
  what: `a URL ${rest.slice(0, 60)}`,
  secret,
  entry: { url: `${PATH}${rest}` },
})

/** A secret in a URL of a service. */
export const at = (what: string, url: string, secret: string): Place => ({ what, secret, entry: { url } })

/** A secret in a header of the request. */
export const sent = (name: string, value: string, secret = value): Place => ({
  what: `a request with ${name}: ${value.slice(0, 40)}`,
  secret,
  entry: { request: { [name]: value } },
})

/** A secret in a header of the response. */
export const got = (name: string, value: string, secret = value): Place => ({
  what: `a response with ${name}: ${value.slice(0, 40)}`,
  secret,
  entry: { response: { [name]: value }, ...(name === 'Location' ? { status: 302 } : {}) },
})

/** A secret in another place of the recording than the one that shows it as one. */
export const again = (
  what: string,
  secret: string,
  entry: EntryDescription,
  response: Place['response'] = {},
): Place => ({
  what: `again: ${what}`,
  secret,
  entry,
  response,
})

/** Returns a recording with the place in a request that is blocked after its preflight passed. */
export function harOfPlace({
  entry,
  response = {},
  sent: fields = {},
  creator,
  next,
  answer = {},
  preflight: answered,
}: Place): string {
  const asks = Object.keys(entry.request ?? {})
    .filter((name) => !/^(cookie|referer|origin)$/i.test(name))
    .map((name) => name.toLowerCase())
    .sort()
    .join(',')
  const url = entry.url === undefined ? {} : { url: entry.url }
  const actual = chromeEntry({
    error: 'net::ERR_FAILED',
    ...entry,
    ...(answered === undefined ? {} : { status: 0 }),
  }) as Readonly<Record<string, object>>
  const preflight = chromePreflight({
    ...url,
    ...(entry.page === undefined ? {} : { page: entry.page }),
    method: entry.method ?? 'GET',
    asks,
    response: {
      'Access-Control-Allow-Origin': entry.page ?? 'https://app.example',
      'Access-Control-Allow-Headers': asks,
      ...(entry.credentials === 'include' ? { 'Access-Control-Allow-Credentials': 'true' } : {}),
      'Access-Control-Allow-Methods': entry.method ?? 'GET',
      ...answered,
    },
  }) as Readonly<Record<string, object>>
  const entries = [
    {
      ...actual,
      request: { ...actual['request'], ...fields },
      response: { ...actual['response'], ...response },
    },
    ...(asks === '' ? [] : [{ ...preflight, response: { ...preflight['response'], ...answer } }]),
    ...(next === undefined ? [] : [chromeEntry({ at: 25, error: 'net::ERR_FAILED', ...next })]),
  ]
  return harText(entries, creator)
}
