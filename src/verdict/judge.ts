import type { Console, EngineId } from '../engines/engine.ts'
import { engineOf, engines } from '../engines/index.ts'
import type { Because } from '../evidence/because.ts'
import { type Exchange, plainExchange } from '../evidence/exchange.ts'
import { hypotheses } from '../evidence/hypotheses.ts'
import { isBrokenBody } from '../evidence/is-broken-body.ts'
import { mayBeWithheldForWorker } from '../evidence/may-be-withheld-for-worker.ts'
import { requestedBy } from '../evidence/requested-by.ts'
import { atOnce, type InSteps, mapOneByOne } from '../in-steps.ts'
import { type Branch, branchesOf, branchOf, isConsistent } from './branch.ts'
import { engineVerdicts } from './engine-verdicts.ts'
import { findFailingChecks } from './find-failing-checks.ts'
import { judgeEngine } from './judge-engine.ts'
import { isLocalNetworkRefusal, localNetworkVerdict } from './local-network.ts'
import { whyNotCors } from './not-cors.ts'
import type { EngineVerdict, EngineVerdicts, NotCorsReason, Verdict, VerdictType } from './verdict.ts'

/** The options for judging a fetch. */
export interface JudgeOptions {
  /** The engine whose rules apply; null: that of the browser that made the recording, else Chromium's. */
  readonly engine: EngineId | null
  /** Returns a recorded value as it may appear in an engine's console message. */
  readonly show: (value: string) => string
}

/**
 * Returns the verdict on a fetch: every hypothesis that the recording allows is run through the standard as the engine
 * implements it, those that contradict the observed behavior are dropped, and the rest is combined. It never throws.
 */
export const judge = (exchange: Exchange, options: JudgeOptions): Verdict =>
  atOnce(judgeInSteps(exchange, options))

/** Returns what {@link judge} does, in steps: a page may send thousands of headers. */
export function* judgeInSteps(exchange: Exchange, options: JudgeOptions): InSteps<Verdict> {
  const why = whyNotCors(exchange)
  if (why !== null) return withoutCors(exchange, why)

  const own = ownEngine(exchange)
  const engine = options.engine ?? own
  const all = hypotheses(exchange)
  const { implementation } = engines[own]
  const tried = yield* mapOneByOne(all, (hypothesis) => branchOf(hypothesis, implementation))
  const possible = tried.filter((branch) => isConsistent(branch, exchange))
  const kept = withoutIdleBranches(withoutPagesOwnLimit(possible), exchange)
  const branchesIn = (id: EngineId): readonly Branch[] =>
    id === own
      ? kept
      : branchesOf(
          kept.map(({ hypothesis }) => hypothesis),
          engines[id].implementation,
        )
  const branches = branchesIn(engine)

  const contradiction = all.length > 0 && kept.length === 0
  if (contradiction && isInferredElsewhere(exchange))
    return yield* judgeInSteps(
      { ...plainExchange(exchange), observed: { ...exchange.observed, elsewhere: false } },
      options,
    )
  // A page's report may be false, so it's ignored if it contradicts the recording.
  if (contradiction && isToldByPage(exchange))
    return yield* judgeInSteps(
      { ...plainExchange(exchange), observed: { outcome: 'unknown', elsewhere: false, source: null } },
      options,
    )
  const console: Console = { requestedBy: requestedBy(exchange), show: options.show }
  const verdictOf = <Id extends EngineId>(id: Id): EngineVerdict<Id> => {
    if (all.length === 0 || contradiction) return UNDECIDED
    return judgeEngine(engineOf(id), id === engine ? branches : branchesIn(id), console)
  }
  const chromiumOf =
    isLocalNetworkRefusal(exchange) && all.length > 0 && !contradiction
      ? () => localNetworkVerdict(exchange)
      : undefined
  const judged = { exchange, branches, engines: engineVerdicts(verdictOf, chromiumOf) }
  if (contradiction) return { type: 'unexplained', how: 'contradiction', ...judged }
  const type = foldBranches(branches, exchange)
  // A response that mode "no-cors" makes opaque isn't readable.
  if (type === 'shared' && branches.length > 0 && branches.every(isOpaque))
    return withoutCors(exchange, 'no-cors')
  switch (type) {
    case 'blocked':
    case 'depends': {
      const { failing, failingNext } = yield* findFailingChecks(
        exchange,
        branches,
        engines[engine].implementation,
      )
      return { type, failing, failingNext, ...judged }
    }
    case 'cannot-tell':
      return { type, missing: missingOf(exchange), ...judged }
    case 'unexplained':
      return { type, how: 'unknown', ...judged }
    case 'shared':
      return { type, ...judged }
  }
}

const UNDECIDED = { outcome: 'cannot-tell', code: null, codes: [], message: null } as const
const NOT_CORS = { outcome: 'not-cors', code: null, codes: [], message: null } as const
const NONE_OF_CORS: EngineVerdicts = {
  spec: NOT_CORS,
  chromium: NOT_CORS,
  firefox: NOT_CORS,
  webkit: NOT_CORS,
}

/** Returns the engine whose browser made the recording, or Chromium's if that isn't known. */
export const ownEngine = ({ recording }: Exchange): EngineId =>
  recording.browser === 'unknown' ? 'chromium' : recording.browser

/**
 * Reports whether "not for a reason of CORS" is only based on the marks of a Firefox entry. Tools that trim or rewrite a
 * recording lose them, so a recorded response that fails a check takes precedence.
 */
const isInferredElsewhere = ({ observed }: Exchange): boolean =>
  observed.elsewhere && observed.source?.field === '_securityState'

const isToldByPage = ({ observed }: Exchange): boolean => observed.source?.field.startsWith('page.') === true

/** Reports whether a request that CORS doesn't apply to failed in a way that still needs an explanation. */
function hasFailed({ observed, chain }: Exchange, why: NotCorsReason): boolean {
  if (why === 'no-cors') return observed.outcome === 'blocked'
  const status = chain[chain.length - 1]?.actual?.response.status ?? 0
  return why === 'websocket' && (status === 0 ? observed.outcome === 'blocked' : status !== 101)
}

function withoutCors(exchange: Exchange, why: NotCorsReason): Verdict {
  const judged = { exchange, engines: NONE_OF_CORS }
  return hasFailed(exchange, why)
    ? { type: 'unexplained', how: 'outside CORS', why, ...judged }
    : { type: 'not-cors', why, ...judged }
}

/**
 * Drops the branches in which the page's own redirect mode ended the fetch, unless CORS is another possibility: alone,
 * that isn't a CORS failure.
 */
function withoutPagesOwnLimit(branches: readonly Branch[]): readonly Branch[] {
  const isOwnLimit = ({ outcome }: Branch): boolean =>
    outcome.type === 'blocked' && outcome.failure.step === 'HTTP fetch: redirect mode is error'
  const others = branches.filter((branch) => !isOwnLimit(branch))
  return others.some(({ outcome }) => outcome.type === 'blocked') ? branches : others
}

/**
 * Drops the branches that need a response that wasn't recorded if the request is known to be blocked and another branch
 * explains it: if the preflight had passed, the browser would have sent the request, and its response would be in the
 * recording. This doesn't apply to workers, whose blocked responses Chrome doesn't record.
 */
function withoutIdleBranches(branches: readonly Branch[], exchange: Exchange): readonly Branch[] {
  const { observed } = exchange
  const blocked = branches.filter(({ outcome }) => outcome.type === 'blocked')
  if (mayBeWithheldForWorker(exchange)) return branches
  return observed.outcome === 'blocked' && !observed.elsewhere && blocked.length > 0 ? blocked : branches
}

const isOpaque = ({ outcome }: Branch): boolean => outcome.type === 'shared' && outcome.tainting === 'opaque'

function foldBranches(branches: readonly Branch[], exchange: Exchange): Exclude<VerdictType, 'not-cors'> {
  const { observed } = exchange
  const types = new Set(branches.map(({ outcome }) => outcome.type))
  // It was blocked, perhaps by a response that wasn't recorded.
  if (types.has('blocked') && types.has('awaits') && observed.outcome === 'blocked') return 'cannot-tell'
  if (types.has('blocked')) return types.size === 1 ? 'blocked' : 'depends'
  if (types.has('shared'))
    return isRefusedElsewhere(exchange) ? 'unexplained' : types.size === 1 ? 'shared' : 'cannot-tell'
  // The browser allowed a response whose headers the recording lacks.
  if (observed.outcome === 'shared') return 'shared'
  if (types.has('network error') || observed.outcome === 'blocked' || observed.elsewhere) return 'unexplained'
  return 'cannot-tell'
}

/**
 * Reports whether the page didn't get the response for a reason that isn't CORS: the browser withheld it, or its body
 * couldn't be read completely. A page that aborted had got the response.
 */
function isRefusedElsewhere({ observed, chain }: Exchange): boolean {
  if (!observed.elsewhere) return false
  const arrived = (chain[chain.length - 1]?.actual?.response.status ?? 0) > 0
  const error = observed.source?.value ?? ''
  return !arrived || /BLOCKED_BY|CORP_FAILED/.test(error) || isBrokenBody(error)
}

function missingOf({ facts, chain }: Exchange): readonly Because[] {
  const open = [facts.origin, facts.mode, facts.credentialsMode].flatMap((fact) =>
    fact.known ? [] : [fact.because],
  )
  const last = chain[chain.length - 1]
  const unanswered: readonly Because[] =
    (last?.actual?.response.status ?? 0) > 0 ? [] : ['response not recorded']
  return [...new Set([...unanswered, ...open])]
}
