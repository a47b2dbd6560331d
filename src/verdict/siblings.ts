import { get } from '../fetch/header-list.ts'
import { originOf } from '../fetch/origin.ts'
import type { Verdict } from './verdict.ts'

/** How many differing neighbours are kept per API origin: enough for a contrast, cheap for 20,000 requests. */
const KEPT = 200

/** The fetches of one API origin, as far as they differ. */
export type Siblings = readonly Verdict[]

const likenesses = new WeakMap<Verdict, string>()
const origins = new WeakMap<Verdict, string>()

/**
 * Returns a function that gives the fetches to the same API origin, the one that it is asked for among them. Of
 * those that are alike in path, outcome and CORS headers only the first is kept. A list of `before` (by API origin)
 * that has not changed is given again, and the new ones are put there.
 */
export function siblingsOf(
  verdicts: readonly Verdict[],
  before: Map<string, Siblings> = new Map(),
): (verdict: Verdict) => Siblings {
  const byOrigin = new Map<string, Map<string, Verdict>>()
  for (const verdict of verdicts) {
    const origin = apiOriginOf(verdict)
    const kept = byOrigin.get(origin) ?? new Map<string, Verdict>()
    byOrigin.set(origin, kept)
    if (kept.size >= KEPT) continue
    const key = likenessOf(verdict)
    if (!kept.has(key)) kept.set(key, verdict)
  }
  const lists = new Map<string, Siblings>()
  for (const [origin, kept] of byOrigin) {
    const [old, now] = [before.get(origin) ?? [], [...kept.values()]]
    lists.set(origin, old.length === now.length && now.every((one, i) => one === old[i]) ? old : now)
  }
  before.clear()
  for (const [origin, list] of lists) before.set(origin, list)
  return (verdict) => lists.get(apiOriginOf(verdict)) ?? []
}

function apiOriginOf(verdict: Verdict): string {
  const found = origins.get(verdict) ?? originOf(verdict.exchange.url)
  origins.set(verdict, found)
  return found
}

function likenessOf(verdict: Verdict): string {
  const found = likenesses.get(verdict) ?? likeness(verdict)
  likenesses.set(verdict, found)
  return found
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
