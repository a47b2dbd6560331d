import { get } from '../fetch/header-list.ts'
import { originOf } from '../fetch/origin.ts'
import type { Chain } from './chain.ts'
import { entryOf } from './exchange.ts'
import { type Fact, known, open } from './fact.ts'
import { place } from './place.ts'

/**
 * Returns the request's origin: the `Origin` header of the first request, its preflight or a later hop. Without
 * one, the Referer suggests it. https://fetch.spec.whatwg.org/#origin-header
 */
export function readOrigin(chain: Chain): Fact<string> {
  for (const [hop, { actual, preflight }] of chain.entries()) {
    for (const entry of [actual, preflight]) {
      const value = entry === null ? null : get(entry.request.headers, 'Origin')
      // From the second hop on, "null" may be the result of a redirect.
      if (entry === null || value === null || (hop > 0 && value === 'null')) continue
      // With the policy "no-referrer", a request to the page's own origin has it as well.
      if (value === 'null' && get(entry.request.headers, 'Sec-Fetch-Site') === 'same-origin') continue
      return known(value, place(entry, 'request.headers.Origin', value))
    }
  }
  const first = entryOf(chain[0])
  const site = get(first.request.headers, 'Sec-Fetch-Site')
  if (site === 'same-origin') {
    return known(originOf(first.request.url), place(first, 'request.headers.Sec-Fetch-Site', site))
  }
  const frame = first.vendor.initiator?.frame ?? null
  if (frame !== null && /^file:/i.test(frame.url)) {
    return known('null', place(first, '_initiator.stack', frame.url))
  }
  const referer = get(first.request.headers, 'Referer')
  if (referer !== null && originOf(referer) !== 'null')
    return open([originOf(referer)], 'only the Referer tells the page')
  if (first.page !== null && originOf(first.page) !== 'null')
    return open([originOf(first.page)], 'only the list of pages tells the page')
  return open([], 'no Origin header')
}
