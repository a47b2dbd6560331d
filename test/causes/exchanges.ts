import { chromeEntry, chromePreflight, type EntryDescription, type HeaderRecord } from '../make-har.ts'

/** The origin of the page that asks, unless told otherwise. */
export const PAGE = 'https://app.example'
/** What allows it. */
export const ECHO = { 'Access-Control-Allow-Origin': PAGE }
/** How Chrome shows that CORS blocked something. */
export const FAILED = { error: 'net::ERR_FAILED' } as const

/** A PUT that its preflight stops. */
export const stopped = (
  preflight: EntryDescription,
  asked: string = preflight.asks ?? '',
): readonly object[] => [
  chromePreflight({ method: 'PUT', ...preflight }),
  chromeEntry({
    method: preflight.method ?? 'PUT',
    at: preflight.at ?? 0,
    ...(preflight.url === undefined ? {} : { url: preflight.url }),
    status: 0,
    ...FAILED,
    request: asked === '' ? {} : Object.fromEntries(asked.split(',').map((name) => [name, 'x'])),
  }),
]

/** A PUT whose preflight passes, and whose own response is blocked. */
export const afterPreflight = (
  response: EntryDescription,
  preflight: EntryDescription = {},
): readonly object[] => [
  chromePreflight({
    method: 'PUT',
    ...preflight,
    response: { ...ECHO, 'Access-Control-Allow-Methods': 'PUT', ...preflight.response },
  }),
  chromeEntry({ method: 'PUT', ...FAILED, ...response }),
]

/** A response of a web server as it serves a file, which no application behind it made. */
export const served = (response: HeaderRecord): { readonly response: HeaderRecord } => ({
  response: { ETag: '"65a1b2c3-1f4"', 'Last-Modified': 'Fri, 12 Jan 2024 21:53:07 GMT', ...response },
})

/** A GET that was blocked. */
export const blocked = (entry: EntryDescription = {}): object =>
  chromeEntry({ at: 1000, ...FAILED, ...entry })
/** A GET that was shared. */
export const shared = (entry: EntryDescription = {}): object =>
  chromeEntry({ ...entry, response: { ...ECHO, ...entry.response } })
