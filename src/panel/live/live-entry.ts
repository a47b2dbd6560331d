import { field, listIn, stringIn } from '../parts/untrusted.ts'

/** Returns a key that is equal for two notices of the same request. Several parallel requests can have the same key. */
export function requestKey(entry: unknown): string {
  const request = field(entry, 'request')
  return `${stringIn(entry, 'startedDateTime')} ${stringIn(request, 'method')} ${stringIn(request, 'url')}`
}

/**
 * Reports whether CORS can apply to a request. A page may fetch thousands of `data:` URLs of megabytes, and extensions
 * make requests too.
 */
export const isOfNetwork = (entry: unknown): boolean =>
  !/^(data|blob|about|javascript|devtools|[a-z-]*extension|chrome|chrome-untrusted|resource):/i.test(
    stringIn(field(entry, 'request'), 'url').slice(0, 32),
  )

/** Returns when a request began, in milliseconds since the epoch; NaN if the entry doesn't say. */
export const startOf = (entry: unknown): number => Date.parse(stringIn(entry, 'startedDateTime'))

const statusOf = (entry: unknown): unknown => field(field(entry, 'response'), 'status')

const errorOf = (entry: unknown): unknown => field(field(entry, 'response'), '_error')

/** Errors that a browser only reports for a request with a response, or one stopped by its preflight. */
const AFTER_AN_ANSWER =
  /^net::ERR_(FAILED|INVALID_REDIRECT|UNSAFE_REDIRECT|TOO_MANY_REDIRECTS|BLOCKED_BY_RESPONSE.*|BLOCKED_BY_ORB)$/

/**
 * Reports whether an entry may be incomplete: Chromium creates it when a request fails, and the headers from the network
 * can arrive later. When read again, DevTools has them.
 */
export function isIncomplete(entry: unknown): boolean {
  const error = errorOf(entry)
  if (typeof error !== 'string' || !AFTER_AN_ANSWER.test(error)) return false
  const sent = listIn(field(entry, 'request'), 'headers').some((header) =>
    /^(host|:authority)$/i.test(stringIn(header, 'name')),
  )
  return statusOf(entry) === 0 || !sent
}

/** Reports whether a request is still under way; Chromium's `getHAR` lists those too. */
export const isPending = (entry: unknown): boolean =>
  statusOf(entry) === 0 && errorOf(entry) === null && field(entry, 'time') === 0

/** Reports whether an entry is the first of Chromium's two notices of a refused redirect. */
export const isRefusedRedirect = (entry: unknown): boolean => {
  const status = statusOf(entry)
  return errorOf(entry) === '' && typeof status === 'number' && status >= 300 && status < 400
}

/** Reports whether an entry is the second of them. */
export const isAbortedRedirect = (entry: unknown): boolean =>
  errorOf(entry) === 'net::ERR_ABORTED' && statusOf(entry) !== 0
