import type { Hop } from '../evidence/chain.ts'
import { valuesOfFact } from '../evidence/fact.ts'
import { get } from '../fetch/header-list.ts'
import { originOf } from '../fetch/origin.ts'
import type { HarEntry } from '../har/har-entry.ts'
import type { Verdict } from '../verdict/verdict.ts'

/** The entry that shows how a fetch failed, and the browser's name for the error. */
export interface NamedError {
  readonly entry: HarEntry
  readonly error: string
}

/** Returns the hop at which a fetch ended. */
export const lastHop = ({ exchange: { chain } }: Verdict): Hop => chain[chain.length - 1] ?? chain[0]

/**
 * Returns the error of an unexplained fetch that matches, the preflight's first, because its failure stopped the request,
 * which then often has the same error or none.
 */
export function namedError(verdict: Verdict, pattern: RegExp): NamedError | null {
  if (verdict.type !== 'unexplained' && verdict.type !== 'cannot-tell') return null
  const { preflight, actual } = lastHop(verdict)
  for (const entry of [preflight, actual]) {
    const error = entry?.vendor.error
    if (entry !== null && typeof error === 'string' && pattern.test(error)) return { entry, error }
  }
  return null
}

/**
 * Returns the entry of an unexplained fetch for which Chrome recorded neither a response nor a network error: no status,
 * no preflight, nothing sent.
 */
export function withoutTrace(verdict: Verdict): HarEntry | null {
  const { preflight, actual, standIn } = lastHop(verdict)
  if (verdict.type !== 'unexplained' || !verdict.exchange.recording.recordsBlockedHeaders) return null
  if (preflight !== null || standIn !== null || actual === null) return null
  const { request, response, vendor } = actual
  return response.status === 0 && vendor.error === 'net::ERR_FAILED' && !request.onTheWire ? actual : null
}

/** Returns the origin of the page, or null if it isn't known. */
export function pageOriginOf({ exchange: { facts, chain } }: Verdict): string | null {
  const [origin] = valuesOfFact(facts.origin)
  if (origin !== undefined && origin !== 'null') return origin
  const first = chain[0].actual ?? chain[0].preflight
  const initiator = first?.vendor.initiator ?? null
  const pages = [
    first === null ? null : get(first.request.headers, 'Referer'),
    initiator?.frame?.url ?? null,
    initiator?.url ?? null,
  ]
  return pages.map((page) => originOf(page ?? '')).find((one) => one !== 'null') ?? null
}

/**
 * Reports whether a request that was never sent has the headers that Chrome knows in advance for a page's request. Those
 * of workers and of insecure pages lack the `Sec-CH-UA` headers.
 */
export const isOfPage = (verdict: Verdict, { request }: HarEntry): boolean =>
  get(request.headers, 'Sec-CH-UA') !== null || !/^https:/.test(pageOriginOf(verdict) ?? '')
