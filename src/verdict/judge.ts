import type { EngineId, RequestedBy } from '../engines/engine.ts'
import { engines } from '../engines/index.ts'
import type { Because } from '../evidence/because.ts'
import type { Exchange } from '../evidence/exchange.ts'
import { hypotheses } from '../evidence/hypotheses.ts'
import { type Branch, branchesOf, isConsistent } from './branch.ts'
import { type FoundCauses, findCauses } from './find-causes.ts'
import { judgeEngine } from './judge-engine.ts'
import { isLocalNetworkRefusal, localNetworkVerdict } from './local-network.ts'
import { whyNotCors } from './not-cors.ts'
import type { EngineVerdict, Verdict } from './verdict.ts'

/** How a fetch is to be judged. */
export interface JudgeOptions {
  /** Whose rules decide; null: those of the browser that made the recording, else Chromium's. */
  readonly engine: EngineId | null
  /** How values of the recording may appear in an engine's console sentence. */
  readonly show: (value: string) => string
}

/**
 * Returns the verdict on a fetch: every hypothesis that the recording allows is run through the standard as the
 * engine has it, those that contradict what the browser was seen to do are dropped, and the rest is folded.
 * Total: no exchange makes it throw.
 */
export function judge(exchange: Exchange, options: JudgeOptions): Verdict {
  const engine = options.engine ?? ownEngine(exchange)
  const notCors = whyNotCors(exchange)
  if (notCors !== null) return withoutCors(exchange, notCors)

  const all = hypotheses(exchange)
  const own = branchesOf(all, engines[ownEngine(exchange)].implementation)
  const possible = own.filter((branch) => isConsistent(branch, exchange))
  const branches = withoutIdleBranches(withoutPagesOwnLimit(possible), exchange)
  const kept = new Set(branches.map(({ hypothesis }) => hypothesis))
  const asked =
    engine === ownEngine(exchange) ? branches : branchesOf([...kept], engines[engine].implementation)

  const contradiction = all.length > 0 && branches.length === 0
  const type = contradiction ? 'unexplained' : foldBranches(asked, exchange)
  const explained = type === 'blocked' || type === 'depends'
  const { causes, alsoFailing } = explained
    ? findCauses(exchange, asked, engines[engine].implementation)
    : NO_CAUSES
  return {
    type,
    exchange,
    branches: asked,
    causes,
    alsoFailing,
    notCors: null,
    missing: type === 'cannot-tell' ? missingOf(exchange) : [],
    contradiction,
    engines: everyEngine((id) =>
      contradiction || all.length === 0
        ? UNDECIDED
        : id === 'chromium' && isLocalNetworkRefusal(exchange)
          ? localNetworkVerdict(exchange)
          : judgeEngine(engines[id], branchesOf([...kept], engines[id].implementation), {
              requestedBy: requestedBy(exchange),
              show: options.show,
            }),
    ),
  }
}

const NO_CAUSES: FoundCauses = { causes: [], alsoFailing: [] }

const UNDECIDED: EngineVerdict = { outcome: 'cannot-tell', code: null, codes: [], message: null }

/** Returns the engine whose browser made the recording, Chromium's where that is not known. */
export const ownEngine = ({ recording }: Exchange): EngineId =>
  recording.browser === 'unknown' ? 'chromium' : recording.browser

const everyEngine = (verdict: (id: EngineId) => EngineVerdict): Record<EngineId, EngineVerdict> => ({
  spec: verdict('spec'),
  chromium: verdict('chromium'),
  firefox: verdict('firefox'),
  webkit: verdict('webkit'),
})

function withoutCors(exchange: Exchange, notCors: Verdict['notCors']): Verdict {
  // A request that the browser blocked for a reason of its own still needs an explanation, unless it is not
  // cross-origin at all.
  const { observed } = exchange
  const unexplained = notCors === 'no-cors' && observed.outcome === 'blocked'
  return {
    type: unexplained ? 'unexplained' : 'not-cors',
    exchange,
    branches: [],
    causes: [],
    alsoFailing: [],
    notCors,
    missing: [],
    contradiction: false,
    engines: everyEngine(() => ({ outcome: 'not-cors', code: null, codes: [], message: null })),
  }
}

/**
 * Drops the branches in which the page's own redirect mode ended the fetch, unless CORS is another possibility:
 * alone, that is no failure of CORS.
 */
function withoutPagesOwnLimit(branches: readonly Branch[]): readonly Branch[] {
  const isOwnLimit = ({ outcome }: Branch): boolean =>
    outcome.type === 'blocked' && outcome.failure.step === 'HTTP fetch: redirect mode is error'
  const others = branches.filter((branch) => !isOwnLimit(branch))
  return others.some(({ outcome }) => outcome.type === 'blocked') ? branches : others
}

/**
 * Drops the branches in which the standard would still wait for a response, where the request is known to have
 * been blocked and another branch says why: had the preflight passed, the browser would have sent the request,
 * and its answer would stand in the recording.
 */
function withoutIdleBranches(branches: readonly Branch[], { observed }: Exchange): readonly Branch[] {
  const blocked = branches.filter(({ outcome }) => outcome.type === 'blocked')
  return observed.outcome === 'blocked' && !observed.elsewhere && blocked.length > 0 ? blocked : branches
}

function foldBranches(branches: readonly Branch[], exchange: Exchange): Verdict['type'] {
  const { observed } = exchange
  const types = new Set(branches.map(({ outcome }) => outcome.type))
  if (types.has('blocked')) return types.size === 1 ? 'blocked' : 'depends'
  if (types.has('shared'))
    return isRefusedElsewhere(exchange) ? 'unexplained' : types.size === 1 ? 'shared' : 'cannot-tell'
  // The browser shared a response whose headers the recording lacks.
  if (observed.outcome === 'shared') return 'shared'
  if (types.has('network error') || observed.outcome === 'blocked' || observed.elsewhere) return 'unexplained'
  return 'cannot-tell'
}

/**
 * Whether the browser kept the response from the page for a reason of its own. An error while the body was read
 * (an abort, a bad encoding) is no such reason: the page had got the response.
 */
function isRefusedElsewhere({ observed, chain }: Exchange): boolean {
  if (!observed.elsewhere) return false
  const arrived = (chain[chain.length - 1]?.actual?.response.status ?? 0) > 0
  return !arrived || /BLOCKED_BY|CORP_FAILED/.test(observed.source?.value ?? '')
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

/** Returns what asked for the resource, in the words of Chromium's console. */
function requestedBy({ chain }: Exchange): RequestedBy {
  const type = chain[0].actual?.vendor.resourceType ?? null
  return (type === null ? undefined : BY_TYPE.get(type)) ?? 'fetch'
}

const BY_TYPE: ReadonlyMap<string, RequestedBy> = new Map([
  ['eventsource', 'EventSource'],
  ['font', 'font'],
  ['image', 'image'],
  ['media', 'video'],
  ['other', 'link element resource'],
  ['ping', 'resource'],
  ['script', 'script'],
  ['stylesheet', 'CSS stylesheet'],
  ['xhr', 'XMLHttpRequest'],
])
