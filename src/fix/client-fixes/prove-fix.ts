import { engines } from '../../engines/index.ts'
import { recordedNetwork } from '../../evidence/recorded-network.ts'
import { mainFetch, needsPreflight, type Outcome } from '../../fetch/main-fetch.ts'
import type { FetchRequest } from '../../fetch/request.ts'
import { code, list, type Text, text } from '../../text/text.ts'
import type { Verdict } from '../../verdict/verdict.ts'

const BROWSERS = [engines.chromium, engines.firefox, engines.webkit]
const TITLES = list(BROWSERS.map(({ title }) => title))

/** The outcome of another request with the recorded responses. */
export interface ProvenFix {
  /** Whether all responses were recorded and every browser would allow the request. */
  readonly shared: boolean
  readonly says: Text
}

/**
 * Returns the outcome of another request with the recorded responses from a hop on, in all three browsers, as a sentence
 * that is no more certain than the recording; null if one of the browsers would still block it.
 */
export function proveFix({ exchange }: Verdict, request: FetchRequest, fromHop: number): ProvenFix | null {
  const [first, ...rest] = exchange.chain.slice(fromHop)
  const network =
    first === undefined
      ? NOTHING
      : recordedNetwork({ chain: [first, ...rest], cachedPreflight: null, preflightNeeded: null }, false)
  const outcomes = BROWSERS.map(({ implementation }) => mainFetch(request, network, implementation))
  if (outcomes.every(({ type }) => type === 'shared'))
    return {
      shared: true,
      says: text`The recorded responses would then be allowed in ${TITLES}.`,
    }
  if (!outcomes.every(({ type }) => type === 'shared' || type === 'awaits')) return null
  return { shared: false, says: openText(request, first !== undefined, outcomes) }
}

function openText(request: FetchRequest, asked: boolean, outcomes: readonly Outcome[]): Text {
  if (!asked) return text`Its response wasn't recorded.`
  const preflighted = BROWSERS.some(({ implementation }) =>
    needsPreflight(request, request.headerList, implementation),
  )
  if (!preflighted)
    return text`Then no preflight is needed; whether the response allows ${code(request.origin)} wasn't recorded.`
  return outcomes.some((outcome) => outcome.type === 'awaits' && outcome.phase === 'preflight')
    ? text`The preflight response to that wasn't recorded.`
    : text`The recorded preflight would then pass in ${TITLES}; the response itself wasn't recorded.`
}

const NOTHING = {
  preflight: () => ({ type: 'not recorded' }) as const,
  actual: () => ({ type: 'not recorded' }) as const,
}
