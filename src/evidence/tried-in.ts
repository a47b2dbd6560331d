import { originOf } from '../fetch/origin.ts'
import type { Chain } from './chain.ts'
import { entryOf } from './exchange.ts'
import type { Fact } from './fact.ts'
import type { TrialSpan } from './page-report.ts'

/**
 * Reports whether a trial changed a fetch's response headers: it was made by the trial's page, to its API, at that time.
 */
export const triedIn = (spans: readonly TrialSpan[], chain: Chain, origin: Fact<string>): boolean =>
  spans.some(
    ({ target, origin: page, from, until }) =>
      origin.known &&
      origin.value === page &&
      chain.some((hop) => {
        const { request, started } = entryOf(hop)
        return (
          started !== null &&
          started >= from &&
          (until === null || started <= until) &&
          originOf(request.url) === target
        )
      }),
  )
