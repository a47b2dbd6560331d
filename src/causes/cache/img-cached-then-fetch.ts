import { shortUrl } from '../../evidence/address.ts'
import { mayBeOfFetch } from '../../evidence/destination.ts'
import { responseHeader, url } from '../../evidence/place.ts'
import { get } from '../../fetch/header-list.ts'
import type { HarEntry } from '../../har/har-entry.ts'
import { blockedBy, headerOf } from '../../reading/blocked-by.ts'
import type { Reader, Siblings } from '../../reading/siblings.ts'
import { code, text } from '../../text/text.ts'
import { notCorsReason } from '../../verdict/not-cors-reason.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * An element without `crossorigin` filled the browser's cache, and the fetch got that copy.
 *
 * Example: `<img src="…/logo.png">`, then `fetch('…/logo.png')`: the copy has no CORS headers.
 */
export default defineRootCause({
  id: 'img-cached-then-fetch',
  family: 'cache',
  recognize: (verdict, siblings) => {
    const blocked = blockedBy(verdict)
    if (blocked === null || blocked.phase !== 'actual' || !/^allow-origin/.test(blocked.rule)) return null
    const hop = verdict.exchange.chain[blocked.hop]
    const actual = hop?.actual ?? null
    if (actual === null || (headerOf(blocked.entry, 'Vary') ?? '').toLowerCase().includes('origin'))
      return null
    const first =
      actual.response.status === 0
        ? (hop?.standIn ?? null)
        : cached(actual)
          ? earlier(actual, siblings)
          : null
    return first !== null && isWithoutCors(first) ? { first, entry: actual } : null
  },
  confidence: 'high',
  summary: ({ first }) =>
    text`The browser's cache holds ${code(shortUrl(first.request.url))} from a request without CORS.`,
  detail: ({ first }) =>
    text`${
      first.vendor.resourceType === null ? 'An earlier request' : `An ${first.vendor.resourceType} element`
    } was sent without ${code('Origin')}, so the response has no ${code('Access-Control-Allow-Origin')}, and the fetch got that copy from the cache. Send the header, or at least ${code('Vary: Origin')}, on every response of this URL, even without ${code('Origin')}; or set ${code('crossorigin')} on the element.`,
  evidence: ({ first, entry }) => [
    url(first),
    ...responseHeader(first, 'Vary'),
    ...responseHeader(first, 'Access-Control-Allow-Origin'),
    url(entry),
  ],
})

const cached = ({ vendor, response }: HarEntry): boolean =>
  vendor.fromCache !== null || response.status === 304

/**
 * Requests of script are only without CORS if they set mode "no-cors"; those of elements are, unless they have
 * `crossorigin`.
 */
const isWithoutCors = (entry: HarEntry): boolean => {
  const { headers } = entry.request
  if (get(headers, 'Origin') !== null) return false
  const mode = get(headers, 'Sec-Fetch-Mode')
  return mode === null ? !mayBeOfFetch(entry) || entry.request.onTheWire : mode === 'no-cors'
}

/** The last request for the same URL before this one that was made without CORS. */
function earlier({ request, started }: HarEntry, siblings: Siblings): HarEntry | null {
  const found = siblings
    .read(withoutCorsReader, request.url)
    .findLast(({ entry }) => (entry.started ?? 0) <= (started ?? Infinity))
  return found?.entry ?? null
}

const withoutCorsReader: Reader = {
  shelf: ({ verdict, entry }) =>
    notCorsReason(verdict) === 'no-cors' && verdict.exchange.chain[0].actual === entry
      ? verdict.exchange.url
      : null,
  by: ({ entry, allowOrigin, origin }) => [
    entry.response.status,
    entry.vendor.resourceType,
    headerOf(entry, 'Vary'),
    allowOrigin,
    origin,
    get(entry.request.headers, 'Sec-Fetch-Mode'),
  ],
}
