import { engines } from '../engines/index.ts'
import { valuesOfFact } from '../evidence/fact.ts'
import { get } from '../fetch/header-list.ts'
import { standard } from '../fetch/implementation.ts'
import { mainFetch } from '../fetch/main-fetch.ts'
import { originOf } from '../fetch/origin.ts'
import type { FetchRequest } from '../fetch/request.ts'
import { corsUnsafeRequestHeaderNames } from '../fetch/request-headers.ts'
import { code, list, type Text, text } from '../text/text.ts'
import { askedBy } from '../verdict/asked-by.ts'
import type { Branch } from '../verdict/branch.ts'
import { failingChecks } from '../verdict/failing-checks.ts'
import { isUsuallyAllowed } from '../verdict/is-usually-allowed.ts'
import { openBranches } from '../verdict/open-branches.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { alternativeFixes } from './client-fixes/alternative-fixes.ts'
import type { ClientFix } from './client-fixes/client-fix.ts'
import { proveFix } from './client-fixes/prove-fix.ts'
import { requiredFixes } from './client-fixes/required-fixes.ts'
import type { FrameworkGuess } from './guess-framework.ts'
import { layerOf, type PlanLayer } from './layer-of.ts'
import { embeddedIn } from './policy/embedded-in.ts'
import type { CorsPolicy } from './policy/policy.ts'
import { policyFor } from './policy/policy-for.ts'
import { policyNetwork } from './policy/respond.ts'

/** The part of a plan that follows from the fetch itself; the rest depends on what is known about the API. */
export type BarePlan = Omit<Plan, 'frameworks' | 'least' | 'keeps' | 'promise' | 'first'>

/** A change that the page can make, in one or more sentences. */
export type Advice = Text

/** How certain it is that a plan's policy lets the page read the response. */
export type Promised = 'proven' | 'conditional' | 'not by configuration'

/** What to change so that a blocked fetch is allowed. */
export interface Plan {
  /** The API origin that the policy is for. */
  readonly target: string
  /** The policy that the server should have; null if no server can or should help. */
  readonly policy: CorsPolicy | null
  /** What this request alone needs. */
  readonly least: CorsPolicy | null
  /** What the server already allows the page's origin, which the policy keeps; null if that is nothing. */
  readonly keeps: CorsPolicy | null
  readonly promise: Promised
  /** What has to be fixed before the policy takes effect; null if nothing. */
  readonly first: Text | null
  /** What the page has to change, whatever the server does. */
  readonly required: readonly Advice[]
  /** What the page could change instead of the server, each beginning with "Or". */
  readonly alternatives: readonly Advice[]
  readonly why: Text
  /** Where to make the change: the server that created the blocked response. Null if the response doesn't show it. */
  readonly layer: PlanLayer | null
  /** What the API seems to be, best first; empty if its responses don't show it. */
  readonly frameworks: readonly FrameworkGuess[]
}

/**
 * Returns the fix for a fetch that is or may be blocked: one policy that allows exactly this request, checked by every
 * engine's rules, and what the page has to change. Null if nothing is blocked.
 */
export function planFor(verdict: Verdict): BarePlan | null {
  const [cause] = failingChecks(verdict)
  // What didn't fail needs no configuration, and what works isn't replaced.
  if (cause === undefined || isUsuallyAllowed(verdict)) return null
  const fixes = requiredFixes(verdict)
  const branch = leastDemanding(openBranches(verdict), 'blocked')
  const request = branch === null ? null : playedRequest(branch.hypothesis.request, fixes)
  const [direct] = fixes.filter(({ fromHop }) => fromHop > 0)
  const target = targetOf(verdict, direct?.fromHop ?? cause.hop)
  const required = fixes.map(({ advice }) => sentence(advice))
  if (branch === null || request === null)
    return { target, policy: null, required, alternatives: [], why: ONLY_PAGE, layer: ONLY_THE_PAGE }
  // If called directly, the last server may already allow the page.
  const asked = direct === undefined ? null : proveFix(verdict, request, direct.fromHop)
  const enough = asked?.shared === true ? asked.says : null
  const policy = enough === null ? policyOf(request, { keepCredentials: grantsCredentials(verdict) }) : null
  const alternatives = fixes.length === 0 ? alternativeFixes(verdict, request) : []
  const kept = policy?.credentials === true && request.credentialsMode !== 'include'
  const why = enough ?? whyOf(policy, request, fixes.length > 0)
  const open = policy !== null && maySendCredentials(verdict, policy)
  const embedded = policy === null ? null : embeddedIn(verdict)
  const notes = [
    ...(kept ? [' ', ...KEPT] : []),
    ...(open ? [' ', ...MAY_SEND_CREDENTIALS] : []),
    ...(embedded === null ? [] : [' ', ...embedded]),
  ]
  return {
    target,
    policy,
    required,
    alternatives,
    why: [...why, ...notes],
    layer: policy === null && enough === null ? ONLY_THE_PAGE : layerOf(verdict),
  }
}

const ONLY_THE_PAGE: PlanLayer = { who: 'page', id: null, name: null, evidence: [], certainty: 'high' }

const ONLY_PAGE = text`No server response would help; change the page.`

const sentence = ([first, ...rest]: Text): Text =>
  typeof first === 'string' ? [first.charAt(0).toUpperCase() + first.slice(1), ...rest, '.'] : [...rest]

const KEPT = text`It keeps credentials, which the page may send.`

/** The note about a policy without credentials if the page may send them. */
export const MAY_SEND_CREDENTIALS = text`If the page sends ${code("credentials: 'include'")}, which wasn't recorded, allow credentials too.`

/** Reports whether the recording leaves open that a fetch sends credentials, which the policy doesn't allow. */
export const maySendCredentials = (verdict: Verdict, policy: CorsPolicy): boolean =>
  !policy.credentials && askedBy(verdict).mayInclude

/**
 * Reports whether the server allows credentials to this page already and the recording leaves open whether it sends them:
 * a policy that took them away could break it.
 */
export const grantsCredentials = ({ exchange: { chain, facts } }: Verdict): boolean =>
  !facts.credentialsMode.known &&
  chain.some(({ actual, preflight }) =>
    [actual, preflight].some((entry) => {
      const headers = entry?.response.headers ?? []
      const [origin] = valuesOfFact(facts.origin)
      return (
        get(headers, 'Access-Control-Allow-Credentials') === 'true' &&
        get(headers, 'Access-Control-Allow-Origin') === origin
      )
    }),
  )

function targetOf({ exchange }: Verdict, hop: number): string {
  const at = exchange.chain[hop]
  return originOf(at?.actual?.request.url ?? at?.preflight?.request.url ?? exchange.url)
}

/** The hypothesis that needs the least from the server; every other one needs that too. */
export function leastDemanding(branches: readonly Branch[], outcome: 'blocked' | 'shared'): Branch | null {
  const such = branches.filter((branch) => branch.outcome.type === outcome)
  const usual = such.filter(({ hypothesis }) => hypothesis.request.redirectMode === 'follow')
  const best = usual.length > 0 ? usual : such
  return best.find(({ hypothesis }) => hypothesis.request.credentialsMode !== 'include') ?? best[0] ?? null
}

/** Returns what a request needs from the server, as a policy; null if no policy should allow it. */
export function policyOf(
  request: FetchRequest,
  { keepCredentials }: { readonly keepCredentials: boolean },
): CorsPolicy | null {
  const names = corsUnsafeRequestHeaderNames(request.headerList, standard)
  return policyFor({
    origin: request.origin,
    method: request.method,
    headers: names.filter((name) => !name.startsWith('access-control-')),
    credentials: keepCredentials || request.credentialsMode === 'include',
    preflight: names.length > 0 || !['GET', 'HEAD', 'POST'].includes(request.method),
  })
}

function whyOf(policy: CorsPolicy | null, request: FetchRequest, client: boolean): Text {
  if (policy === null) return ONLY_PAGE
  const shared = [engines.chromium, engines.firefox, engines.webkit].filter(
    ({ implementation }) => mainFetch(request, policyNetwork(policy), implementation).type === 'shared',
  )
  const titles = list(shared.map(({ title }) => title))
  if (shared.length === 0) return text`This policy allows exactly this request.`
  const all = shared.length > 1 ? 'all ' : ''
  return client
    ? text`With this policy and the change in the page, ${titles} would ${shared.length > 1 ? 'all ' : ''}allow the request.`
    : text`With this policy, ${titles} would ${all}allow the request.`
}

/** Returns the request as the page would send it after some changes; null if one of them can't be simulated. */
export const playedRequest = (request: FetchRequest, fixes: readonly ClientFix[]): FetchRequest | null =>
  fixes.reduce<FetchRequest | null>(
    (played, { play }) => (played === null || play === null ? null : play(played)),
    request,
  )
