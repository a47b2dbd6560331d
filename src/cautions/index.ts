import { attempt, type ReportBug } from '../bug.ts'
import type { Evidence } from '../evidence/fact.ts'
import type { Siblings } from '../reading/siblings.ts'
import type { Text } from '../text/text.ts'
import type { Verdict } from '../verdict/verdict.ts'
import accessControlRequestHeaderByMistake from './access-control-request-header-by-mistake.ts'
import type { AnyCaution } from './caution.ts'
import cookieWithheld from './cookie-withheld.ts'
import credentialsWithWildcardHeader from './credentials-with-wildcard-header.ts'
import httpOriginTrusted from './http-origin-trusted.ts'
import jsonp from './jsonp.ts'
import maxAgeAboveLimit from './max-age-above-limit.ts'
import maxAgeZero from './max-age-zero.ts'
import nullOriginAllowed from './null-origin-allowed.ts'
import preflightHeaderOnResponse from './preflight-header-on-response.ts'
import publicCorsProxy from './public-cors-proxy.ts'
import reflectsAnyOrigin from './reflects-any-origin.ts'
import responseHeaderNotExposed from './response-header-not-exposed.ts'
import stateChangingSimpleRequest from './state-changing-simple-request.ts'
import varyOriginMissing from './vary-origin-missing.ts'
import wildcardCoversAuthorization from './wildcard-covers-authorization.ts'

/** The cautions, the most important first. */
export const cautions: readonly AnyCaution[] = [
  publicCorsProxy,
  reflectsAnyOrigin,
  nullOriginAllowed,
  stateChangingSimpleRequest,
  httpOriginTrusted,
  cookieWithheld,
  responseHeaderNotExposed,
  varyOriginMissing,
  credentialsWithWildcardHeader,
  wildcardCoversAuthorization,
  accessControlRequestHeaderByMistake,
  maxAgeZero,
  maxAgeAboveLimit,
  preflightHeaderOnResponse,
  jsonp,
]

/** A caution about a fetch, in words. */
export interface Notice {
  readonly id: string
  readonly summary: Text
  readonly detail: Text
  readonly evidence: readonly Evidence[]
}

/**
 * Returns what is wrong with a fetch, apart from what blocks it, the most important first. `siblings` are the responses
 * to the fetches of the same API origin, as for `rootCausesOf`. A caution that throws is skipped and reported.
 */
export const cautionsFor = (verdict: Verdict, siblings: Siblings, report: ReportBug): readonly Notice[] =>
  cautions
    .filter(({ ofOpaque = false }) => verdict.type !== 'not-cors' || (ofOpaque && verdict.why === 'no-cors'))
    .flatMap((caution) => noticed(caution, verdict, siblings, report) ?? [])

const noticed = (
  caution: AnyCaution,
  verdict: Verdict,
  siblings: Siblings,
  report: ReportBug,
): Notice | null =>
  attempt({ where: 'caution', id: caution.id }, report, () => {
    const args: unknown = caution.notice(verdict, siblings)
    if (args === null) return null
    return {
      id: caution.id,
      summary: caution.summary(args),
      detail: caution.detail(args),
      evidence: caution.evidence(args, verdict),
    }
  })
