import { get } from '../fetch/header-list.ts'
import { originOf } from '../fetch/origin.ts'
import type { Verdict } from './verdict.ts'

/** How many differing neighbours are kept per API origin: enough for a contrast, cheap for 20,000 requests. */
const KEPT = 200

/**
 * Returns a function that gives the other fetches to the same API origin. Of those that are alike in path,
 * outcome and CORS headers only the first is kept.
 */
export function siblingsOf(verdicts: readonly Verdict[]): (verdict: Verdict) => readonly Verdict[] {
  const byOrigin = new Map<string, Map<string, Verdict>>()
  for (const verdict of verdicts) {
    const origin = originOf(verdict.exchange.url)
    const kept = byOrigin.get(origin) ?? new Map<string, Verdict>()
    byOrigin.set(origin, kept)
    if (kept.size >= KEPT) continue
    const key = likeness(verdict)
    if (!kept.has(key)) kept.set(key, verdict)
  }
  return (verdict) =>
    [...(byOrigin.get(originOf(verdict.exchange.url))?.values() ?? [])].filter((one) => one !== verdict)
}

function likeness({ type, exchange }: Verdict): string {
  const hops = exchange.chain.flatMap(({ actual, preflight }) =>
    [actual, preflight].map((entry) =>
      entry === null
        ? ''
        : [
            entry.response.status,
            get(entry.request.headers, 'Origin'),
            get(entry.response.headers, 'Access-Control-Allow-Origin'),
            get(entry.response.headers, 'Vary'),
          ].join('|'),
    ),
  )
  return [type, exchange.method, exchange.url.split(/[?#]/, 1)[0], ...hops].join('\n')
}
