import { originOf } from '../fetch/origin.ts'
import type { Chain } from './chain.ts'
import { entryOf } from './exchange.ts'
import type { Fact } from './fact.ts'
import type { TrialSpan } from './page-report.ts'

/** Reports whether response headers of a fetch were changed by a trial: it was then the page's own, and to that API. */
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
