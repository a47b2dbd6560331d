import { get } from '../fetch/header-list.ts'
import { isSameOrigin, originOf } from '../fetch/origin.ts'
import type { CredentialsMode } from '../fetch/request.ts'
import type { HarEntry } from '../har/har-entry.ts'
import { isSchemelesslySameSite } from '../knowledge/site.ts'
import { parseUrl } from '../parse-url.ts'
import type { Chain } from './chain.ts'
import { destinationOf } from './destination.ts'
import { type Evidence, type Fact, known, open } from './fact.ts'
import { isFirefox } from './is-firefox.ts'
import { place } from './place.ts'

const EITHER: readonly CredentialsMode[] = ['same-origin', 'include']

/** What the credentials mode depends on in the rest of a recording. */
export interface CredentialsContext {
  /** The request's origin, if it's known. */
  readonly origin: string | null
  /** Whether a worker of that origin may have been running when the request was made. */
  readonly workerPossible: boolean
}

/**
 * Returns a request's credentials mode as far as the recording shows it, because no HAR contains it. A cookie in a
 * cross-origin request proves "include". So does `Sec-Fetch-Storage-Access`, which Chrome (from 133) and Firefox (from
 * 147) send cross-site exactly with "include"; its absence only counts if they would have sent it. Fonts are always
 * "same-origin", which also represents "omit".
 */
export function readCredentialsMode(
  chain: Chain,
  { origin, workerPossible }: CredentialsContext,
): Fact<CredentialsMode> {
  for (const entry of chain.flatMap(({ actual, preflight }) => [actual, preflight])) {
    if (entry === null) continue
    const proof = proofOfInclude(entry, origin)
    if (proof !== null) return known('include', proof)
  }
  const first = chain[0].actual ?? chain[0].preflight
  // https://drafts.csswg.org/css-fonts/#font-fetching-requirements
  if (first !== null && destinationOf(first) === 'font') return known('same-origin', ofFont(first))
  if (first === null) return open(EITHER, 'no recording states the credentials mode')
  // Firefox sends the header with the preflight as well, Chrome only with the actual request.
  const tells =
    chain[0].actual?.request.onTheWire === true ? chain[0].actual : isFirefox(first) ? first : null
  if (tells === null) return open(EITHER, 'headers were not recorded as sent')
  const sends = sendsStorageAccess(tells)
  if (sends === 'never') return open(EITHER, 'this browser never sends Sec-Fetch-Storage-Access')
  if (sends === 'not yet') return open(EITHER, 'the browser may be too old to tell')
  if (get(tells.request.headers, 'Sec-Fetch-Site') !== 'cross-site') {
    return open(EITHER, 'the site is the same or the URL is not secure')
  }
  // Unlike for Sec-Fetch-Site, Firefox ignores the schemes when it compares the sites.
  if (isFirefox(tells) && mayShareSite(tells.request.url, origin)) {
    return open(EITHER, 'the sites may differ in nothing but their schemes')
  }
  if (sends === 'not known') return open(EITHER, 'the browser may be too old to tell')
  if (workerPossible && isFirefox(tells)) return open(EITHER, 'a worker may have sent it')
  return known('same-origin', absent(tells))
}

function proofOfInclude(entry: HarEntry, origin: string | null): Evidence | null {
  const access = get(entry.request.headers, 'Sec-Fetch-Storage-Access')
  if (access !== null) {
    return place(entry, 'request.headers.Sec-Fetch-Storage-Access', access)
  }
  // A beacon is always sent with credentials: https://w3c.github.io/beacon/#sec-processing-model
  if (entry.vendor.resourceType === 'ping') {
    return place(entry, '_resourceType', 'ping')
  }
  if (origin === null || !entry.request.hasCookies || isSameOrigin(originOf(entry.request.url), origin))
    return null
  return place(entry, 'request.headers.Cookie', get(entry.request.headers, 'Cookie'))
}

const absent = ({ index }: HarEntry): Evidence => ({
  entry: index,
  field: 'request.headers.Sec-Fetch-Storage-Access',
  value: null,
})

const ofFont = ({ index, request, vendor }: HarEntry): Evidence => {
  const destination = get(request.headers, 'Sec-Fetch-Dest')
  return destination === null && vendor.resourceType !== null
    ? { entry: index, field: '_resourceType', value: vendor.resourceType }
    : { entry: index, field: 'request.headers.Sec-Fetch-Dest', value: destination }
}

const userAgent = ({ request }: HarEntry): string => get(request.headers, 'User-Agent') ?? ''

/** Whether a URL and an origin may differ only in their schemes; true for an unknown origin. */
function mayShareSite(url: string, origin: string | null): boolean {
  if (origin === null || parseUrl(origin) === null) return true
  return isSchemelesslySameSite(url, origin)
}

/** Whether the browser that made the request sends `Sec-Fetch-Storage-Access`, judged by its `User-Agent`. */
function sendsStorageAccess(entry: HarEntry): 'yes' | 'not yet' | 'never' | 'not known' {
  const agent = userAgent(entry)
  const chrome = /\b(?:Headless)?Chrome\/(\d+)/.exec(agent)
  if (chrome !== null) return Number(chrome[1]) >= 133 ? 'yes' : 'not yet'
  const firefox = /\bFirefox\/(\d+)/.exec(agent)
  if (firefox !== null) return Number(firefox[1]) >= 147 ? 'yes' : 'not yet'
  return /\bAppleWebKit\//.test(agent) ? 'never' : 'not known'
}
