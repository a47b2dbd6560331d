import { withoutFragment } from '../evidence/redirect-target.ts'
import type { HeaderList } from '../fetch/header-list.ts'
import type { AuditTarget } from './target.ts'

/** One request of an audit. Its method never changes anything on the server. */
export interface Probe {
  readonly method: 'GET' | 'OPTIONS'
  readonly url: string
  /** The `Origin` header; null: none is sent. */
  readonly origin: string | null
  /** The other headers. */
  readonly headers: HeaderList
  /** What the request finds out, a short question for the list of requests. */
  readonly purpose: string
  /** Whether the request tells nothing new once the API allows an origin that nobody can have on its list. */
  readonly onlyIfListed: boolean
}

/** Returns a GET request of the audited URL by a page of `origin`; null: by something that sends no `Origin`. */
export const getBy = (target: AuditTarget, origin: string | null, purpose: string): Probe => ({
  method: 'GET',
  url: withoutFragment(target.url),
  origin,
  headers: target.headers,
  purpose,
  onlyIfListed: false,
})

/** Returns a GET request by an origin that only counts if the API compares origins with a list at all. */
export const getByLookalike = (target: AuditTarget, origin: string, purpose: string): Probe => ({
  ...getBy(target, origin, purpose),
  onlyIfListed: true,
})

/** What a preflight request asks for. */
export interface Asked {
  readonly method: string
  /** Names of headers, lower case and sorted. */
  readonly headers?: readonly string[]
}

/** Returns a preflight request by a page of `origin`. It never has the user's own headers, as browsers send none. */
export const preflightBy = (target: AuditTarget, origin: string, asked: Asked, purpose: string): Probe => ({
  method: 'OPTIONS',
  url: withoutFragment(target.url),
  origin,
  headers: [
    { name: 'Access-Control-Request-Method', value: asked.method },
    ...(asked.headers === undefined
      ? []
      : [{ name: 'Access-Control-Request-Headers', value: asked.headers.join(',') }]),
  ],
  purpose,
  onlyIfListed: false,
})

/** Returns what two probes have in common if one request is enough for both. */
export const probeKey = ({ method, url, origin, headers }: Probe): string =>
  JSON.stringify([method, url, origin, headers])
