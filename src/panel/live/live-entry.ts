import { field, listIn, stringIn } from '../parts/untrusted.ts'

/** Returns the same for two notices of one request; of parallel requests, several can have it. */
export function requestKey(entry: unknown): string {
  const request = field(entry, 'request')
  return `${stringIn(entry, 'startedDateTime')} ${stringIn(request, 'method')} ${stringIn(request, 'url')}`
}

/**
 * Returns whether CORS can have a say in a request. A page may fetch thousands of `data:` URLs of megabytes, and
 * extensions make requests of their own.
 */
export const isOfNetwork = (entry: unknown): boolean =>
  !/^(data|blob|about|javascript|devtools|[a-z-]*extension|chrome|chrome-untrusted|resource):/i.test(
    stringIn(field(entry, 'request'), 'url').slice(0, 32),
  )

/** Returns when a request began, in milliseconds since the epoch; NaN where the entry doesn't say. */
export const startOf = (entry: unknown): number => Date.parse(stringIn(entry, 'startedDateTime'))

const statusOf = (entry: unknown): unknown => field(field(entry, 'response'), 'status')

const errorOf = (entry: unknown): unknown => field(field(entry, 'response'), '_error')

/** What a browser can only say of a request that was answered, or that its preflight stopped. */
const AFTER_AN_ANSWER =
  /^net::ERR_(FAILED|INVALID_REDIRECT|UNSAFE_REDIRECT|TOO_MANY_REDIRECTS|BLOCKED_BY_RESPONSE.*|BLOCKED_BY_ORB)$/

/**
 * Returns whether an entry may lack what the network delivered: Chromium makes it when a request fails, and the
 * headers as they went over the wire can arrive after that. Asked again, DevTools has them.
 */
export function isIncomplete(entry: unknown): boolean {
  const error = errorOf(entry)
  if (typeof error !== 'string' || !AFTER_AN_ANSWER.test(error)) return false
  const sent = listIn(field(entry, 'request'), 'headers').some((header) =>
    /^(host|:authority)$/i.test(stringIn(header, 'name')),
  )
  return statusOf(entry) === 0 || !sent
}

/** Returns whether a request is still under way; Chromium's `getHAR` lists those too. */
export const isPending = (entry: unknown): boolean =>
  statusOf(entry) === 0 && errorOf(entry) === null && field(entry, 'time') === 0

/** Returns whether an entry is the first of two notices that Chromium gives of a redirect which it refuses. */
export const isRefusedRedirect = (entry: unknown): boolean => {
  const status = statusOf(entry)
  return errorOf(entry) === '' && typeof status === 'number' && status >= 300 && status < 400
}

/** Returns whether an entry is the second of them. */
export const isAbortedRedirect = (entry: unknown): boolean =>
  errorOf(entry) === 'net::ERR_ABORTED' && statusOf(entry) !== 0
