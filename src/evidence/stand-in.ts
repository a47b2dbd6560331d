import { get } from '../fetch/header-list.ts'
import type { HarEntry } from '../har/har-entry.ts'
import { withoutFragment } from './redirect-target.ts'

/**
 * Returns a function that finds the entry whose response may stand in for the one that an entry lacks. Chrome
 * records no response where CORS blocks what came from the HTTP cache or through a service worker; the response
 * itself then stands in another entry of the same URL: an earlier one, or the service worker's own request.
 * Precondition: `actuals` are in the order of time.
 */
export function findStandIn(actuals: readonly HarEntry[]): (entry: HarEntry) => HarEntry | null {
  const answered = new Map<string, HarEntry[]>()
  for (const entry of actuals) {
    if (entry.response.status === 0 || entry.request.method !== 'GET') continue
    const url = withoutFragment(entry.request.url)
    const same = answered.get(url)
    if (same === undefined) answered.set(url, [entry])
    else same.push(entry)
  }
  return (entry) => {
    if (!lacksResponse(entry)) return null
    const same = answered.get(withoutFragment(entry.request.url)) ?? []
    return (
      same.find((other) => isDuring(other, entry)) ?? same.findLast((other) => isCached(other, entry)) ?? null
    )
  }
}

const lacksResponse = ({ request, response, vendor }: HarEntry): boolean =>
  request.method === 'GET' &&
  response.status === 0 &&
  vendor.error === 'net::ERR_FAILED' &&
  !request.onTheWire

/** A service worker's own request for the page's: the same mode, while the page waits. */
const isDuring = (other: HarEntry, { started, time }: HarEntry): boolean =>
  get(other.request.headers, 'Sec-Fetch-Mode') !== 'no-cors' &&
  other.started !== null &&
  started !== null &&
  other.started >= started &&
  other.started <= started + (time ?? 0)

function isCached(other: HarEntry, { started }: HarEntry): boolean {
  const storable = !/no-store/i.test(get(other.response.headers, 'Cache-Control') ?? '')
  return storable && (other.started ?? 0) <= (started ?? 0)
}
