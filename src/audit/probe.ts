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
  /** Whether the request adds nothing if the API allows an origin that can't be on any list. */
  readonly onlyIfListed: boolean
}

/** Returns a GET request of the audited URL by a page of `origin`; null: without `Origin`. */
export const getBy = (target: AuditTarget, origin: string | null, purpose: string): Probe => ({
  method: 'GET',
  url: withoutFragment(target.url),
  origin,
  headers: target.headers,
  purpose,
  onlyIfListed: false,
})

/** Returns a GET request by an origin that only matters if the API compares origins with a list. */
export const getByLookalike = (target: AuditTarget, origin: string, purpose: string): Probe => ({
  ...getBy(target, origin, purpose),
  onlyIfListed: true,
})

/** What a preflight request asks for. */
export interface Asked {
  readonly method: string
  /** Names of headers, in lowercase and sorted. */
  readonly headers?: readonly string[]
}

/**
 * Returns a preflight request by a page of `origin`. It never has the user's own headers, because browsers don't send
 * any.
 */
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

/** Returns a key that is equal for two probes if one request is enough for both. */
export const probeKey = ({ method, url, origin, headers }: Probe): string =>
  JSON.stringify([method, url, origin, headers])
