import type { Exchange } from '../evidence/exchange.ts'
import { valuesOfFact } from '../evidence/fact.ts'
import { isPotentiallyTrustworthy } from '../knowledge/hosts.ts'
import type { EngineVerdict } from './verdict.ts'

const REFUSAL = 'net::ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS'

/**
 * Reports whether Chromium reports that Local Network Access stopped a fetch. It only does so if a preflight was sent.
 * https://wicg.github.io/local-network-access/
 */
export const isLocalNetworkRefusal = ({ chain }: Exchange): boolean =>
  chain.some(({ actual, preflight }) => [actual, preflight].some((entry) => entry?.vendor.error === REFUSAL))

/** Returns Chromium's verdict on such a fetch: a CORS error that depends on whether the page is secure. */
export function localNetworkVerdict({ facts }: Exchange): EngineVerdict<'chromium'> {
  const [origin = ''] = valuesOfFact(facts.origin)
  const code = isPotentiallyTrustworthy(origin)
    ? 'LocalNetworkAccessPermissionDenied'
    : 'InsecureLocalNetwork'
  return { outcome: 'blocked', code, codes: [code], message: null }
}
