import { type HarEntry, parseUrl } from '../../internal.ts'
import { field, itemsIn, numberIn, stringIn } from '../parts/untrusted.ts'
import { MOST_REPORTED } from './most-reported.ts'
import { withoutFragment } from './without-fragment.ts'

/** The tolerance between the start times in the page and in the recording, in milliseconds. */
const APART = 1000

/**
 * Returns how many cross-origin requests a page reports between two times (milliseconds since the epoch, by its clock)
 * that aren't recorded. `answer` is the page's unchecked report.
 */
export function missedRequests(
  answer: unknown,
  entries: readonly HarEntry[],
  { since, until }: { readonly since: number; readonly until: number },
): number {
  const latest = new Map<string, number>()
  for (const { request, started } of entries) {
    const url = withoutFragment(request.url)
    latest.set(url, Math.max(latest.get(url) ?? 0, started ?? Number.POSITIVE_INFINITY))
  }
  const origin = field(answer, 'origin')
  return itemsIn(answer, 'outcomes', MOST_REPORTED).filter((outcome) => {
    const url = stringIn(outcome, 'url')
    const time = numberIn(outcome, 'time')
    const called = /^https?:/.test(url) ? parseUrl(url) : null
    if (time === null || time < since || time > until || called === null) return false
    return called.origin !== origin && (latest.get(withoutFragment(url)) ?? 0) < time - APART
  }).length
}
