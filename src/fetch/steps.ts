/**
 * Every place where the Fetch standard turns a fetch into a network error because of CORS or something related, named by
 * meaning, because the standard renumbers its steps. Transcribed from the snapshot
 * https://fetch.spec.whatwg.org/commit-snapshots/586cd2a/ of 2026-07-02.
 */
export type FailedStep =
  | 'main fetch: mode is same-origin'
  | 'main fetch: no-cors and redirect mode is not follow'
  | 'main fetch: scheme is not HTTP(S)'
  | 'CORS-preflight fetch: not an ok status'
  | 'CORS-preflight fetch: header list values failure'
  | 'CORS-preflight fetch: method'
  | 'CORS-preflight fetch: non-wildcard request-header name'
  | 'CORS-preflight fetch: unsafe request-header name'
  | 'CORS check: no origin'
  | 'CORS check: origin differs'
  | 'CORS check: credentials'
  | 'HTTP fetch: redirect mode is error'
  | 'HTTP-redirect fetch: location is not a URL'
  | 'HTTP-redirect fetch: scheme is not HTTP(S)'
  | 'HTTP-redirect fetch: too many redirects'
  | 'HTTP-redirect fetch: URL includes credentials'
  | 'HTTP-redirect fetch: body cannot be sent again'

/** 'preflight' for the response to a CORS-preflight request, 'actual' for the response to the request itself. */
export type Phase = 'preflight' | 'actual'

const SPEC = 'https://fetch.spec.whatwg.org/'

const ANCHORS = {
  'main fetch': '#concept-main-fetch',
  'CORS-preflight fetch': '#cors-preflight-fetch-0',
  'CORS check': '#concept-cors-check',
  'HTTP fetch': '#http-fetch',
  'HTTP-redirect fetch': '#http-redirect-fetch',
} as const

export type Algorithm = keyof typeof ANCHORS

/** Returns the algorithm that a step belongs to, and its place in the standard. */
export function algorithmOf(step: FailedStep): { readonly algorithm: Algorithm; readonly url: string } {
  const algorithm = step.slice(0, step.indexOf(':')) as Algorithm
  return { algorithm, url: SPEC + ANCHORS[algorithm] }
}
