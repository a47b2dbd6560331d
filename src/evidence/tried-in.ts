import { get } from '../fetch/header-list.ts'
import { originOf } from '../fetch/origin.ts'
import type { HarEntry } from '../har/har-entry.ts'
import type { Chain } from './chain.ts'
import { entryOf } from './exchange.ts'
import type { Fact } from './fact.ts'
import type { TrialSpan } from './page-report.ts'

/**
 * Reports whether a trial changed a fetch's response headers: it was made by the trial's page, to its API, at that time.
 */
export const triedIn = (spans: readonly TrialSpan[], chain: Chain, origin: Fact<string>): boolean =>
  spans.some(
    (span) =>
      origin.known && origin.value === span.origin && chain.some((hop) => isWithin(span, entryOf(hop))),
  )

/** Returns a function that reports whether a trial may have changed what became of a preflight. */
export const preflightTriedIn =
  (spans: readonly TrialSpan[]) =>
  (preflight: HarEntry): boolean =>
    spans.some(
      (span) => get(preflight.request.headers, 'Origin') === span.origin && isWithin(span, preflight),
    )

const isWithin = ({ target, from, until }: TrialSpan, { request, started }: HarEntry): boolean =>
  started !== null &&
  started >= from &&
  (until === null || started <= until) &&
  originOf(request.url) === target
