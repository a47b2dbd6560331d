import { engines } from '../engines/index.ts'
import type { Hop } from '../evidence/chain.ts'
import { type Exchange, entryOf } from '../evidence/exchange.ts'
import type { Evidence } from '../evidence/fact.ts'
import { valuesOf } from '../fetch/header-list.ts'
import type { PreflightCheck } from '../fetch/implementation.ts'
import { isRedirect, isRedirectStatus } from '../fetch/response.ts'
import { type Algorithm, algorithmOf, type FailedStep, type Phase } from '../fetch/steps.ts'
import type { HarEntry } from '../har/har-entry.ts'
import type { Text } from '../text/text.ts'
import type { Branch } from '../verdict/branch.ts'
import { ownEngine } from '../verdict/judge.ts'
import { notCorsReason } from '../verdict/not-cors-reason.ts'
import { openBranches } from '../verdict/open-branches.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { checkText } from './check-text.ts'

export type CheckState = 'passed' | 'failed' | 'not reached' | 'not needed' | 'unknown'

/** One check of the standard, and its result. */
export interface Check {
  readonly step: FailedStep
  readonly phase: Phase
  readonly hop: number
  readonly state: CheckState
  readonly text: Text
  /** The header lines that it reads, if they were recorded. */
  readonly evidence: readonly Evidence[]
  readonly algorithm: Algorithm
  readonly url: string
}

type Place = Pick<Check, 'step' | 'phase' | 'hop'>

/** Returns every check that a fetch has to pass, in the order in which the recording's browser makes them. */
export function checksOf(verdict: Verdict): readonly Check[] {
  if (notCorsReason(verdict) !== null) return []
  const { exchange } = verdict
  const branches = openBranches(verdict)
  const places = placesOf(exchange, branches)
  return places.map((place, position) => ({
    ...place,
    state: foldStates(branches.map((branch) => stateIn(branch, places, position))),
    text: checkText[place.step],
    evidence: evidenceOf(exchange, place),
    ...algorithmOf(place.step),
  }))
}

const START: readonly FailedStep[] = ['main fetch: mode is same-origin', 'main fetch: scheme is not HTTP(S)']

const CORS_CHECK: readonly FailedStep[] = [
  'CORS check: no origin',
  'CORS check: origin differs',
  'CORS check: credentials',
]

const REDIRECT: readonly FailedStep[] = [
  'HTTP-redirect fetch: location is not a URL',
  'HTTP-redirect fetch: scheme is not HTTP(S)',
  'HTTP-redirect fetch: URL includes credentials',
]

const PREFLIGHT: Record<PreflightCheck, readonly FailedStep[]> = {
  redirect: [],
  'CORS check': CORS_CHECK,
  'ok status': ['CORS-preflight fetch: not an ok status'],
  'methods parse': ['CORS-preflight fetch: header list values failure'],
  'headers parse': [],
  method: ['CORS-preflight fetch: method'],
  'non-wildcard name': ['CORS-preflight fetch: non-wildcard request-header name'],
  'unsafe names': ['CORS-preflight fetch: unsafe request-header name'],
}

function placesOf(exchange: Exchange, branches: readonly Branch[]): readonly Place[] {
  const { preflightChecks, wildcardCoversAuthorization } = engines[ownEngine(exchange)].implementation
  const failures = branches.flatMap(({ outcome }) => (outcome.type === 'blocked' ? [outcome.failure] : []))
  const preflightSteps = ({ preflight }: Hop): readonly FailedStep[] =>
    preflightChecks
      .filter((check) => check !== 'non-wildcard name' || !wildcardCoversAuthorization)
      .flatMap((check) =>
        // The status of a redirect is checked by whatever comes first.
        check === 'redirect' && preflight !== null && isFollowable(preflight)
          ? PREFLIGHT['ok status']
          : PREFLIGHT[check],
      )
  return exchange.chain.flatMap((hop, index): readonly Place[] => {
    const due =
      hop.preflight !== null ||
      (index === 0 && exchange.facts.preflightNeeded.known && exchange.facts.preflightNeeded.value)
    const at = (phase: Phase, steps: readonly FailedStep[]): readonly Place[] => {
      // A step that only matters when it fails is only listed then.
      const rare = failures.filter(
        (one) => one.hop === index && one.phase === phase && !steps.includes(one.step),
      )
      return [...new Set([...steps, ...rare.map(({ step }) => step)])].map((step) => ({
        step,
        phase,
        hop: index,
      }))
    }
    return [
      ...(index === 0 ? START.map((step) => ({ step, phase: 'actual' as const, hop: 0 })) : []),
      ...(due ? at('preflight', preflightSteps(hop)) : []),
      ...at('actual', [...CORS_CHECK, ...(redirects(hop) ? REDIRECT : [])]).filter(
        ({ step }) => !START.includes(step),
      ),
    ]
  })
}

const isFollowable = ({ response }: HarEntry): boolean =>
  isRedirect({ ...response, headerList: response.headers })

const redirects = ({ actual }: Hop): boolean => actual !== null && isRedirectStatus(actual.response.status)

function stateIn({ outcome, hypothesis }: Branch, places: readonly Place[], position: number): CheckState {
  const place = places[position]
  if (place === undefined) return 'unknown'
  const idle = place.step === 'CORS check: credentials' && hypothesis.request.credentialsMode !== 'include'
  const passed: CheckState = idle ? 'not needed' : 'passed'
  switch (outcome.type) {
    case 'shared':
      return passed
    case 'blocked': {
      const { step, phase, hop } = outcome.failure
      const failed = places.findIndex((one) => one.step === step && one.phase === phase && one.hop === hop)
      if (position === failed) return 'failed'
      return position < failed ? passed : 'not reached'
    }
    case 'network error':
    case 'awaits': {
      const first = places.findIndex(
        (one) => one.phase === outcome.phase && one.hop === outcome.hop && !START.includes(one.step),
      )
      if (position < first || first < 0) return passed
      return outcome.type === 'awaits' ? 'unknown' : 'not reached'
    }
  }
}

function foldStates(states: readonly CheckState[]): CheckState {
  const kinds = new Set(states)
  if (kinds.size === 2 && kinds.has('not needed') && kinds.has('passed')) return 'passed'
  const [only = 'unknown', ...others] = kinds
  return others.length === 0 ? only : 'unknown'
}

function evidenceOf({ chain, facts }: Exchange, { step, phase, hop }: Place): readonly Evidence[] {
  const at = chain[hop]
  if (at === undefined) return []
  if (step === 'main fetch: mode is same-origin') return facts.mode.known ? [facts.mode.source] : []
  if (step === 'main fetch: scheme is not HTTP(S)') {
    const { index, request } = entryOf(at)
    return [{ entry: index, field: 'request.url', value: request.url }]
  }
  const entry = phase === 'preflight' ? at.preflight : (at.standIn ?? at.actual)
  if (entry === null || entry.response.status === 0) return []
  if (step === 'CORS-preflight fetch: not an ok status')
    return [{ entry: entry.index, field: 'response.status', value: String(entry.response.status) }]
  return (READS[step] ?? []).flatMap((name) => lines(entry, name))
}

const READS: Partial<Record<FailedStep, readonly string[]>> = {
  'CORS check: no origin': ['Access-Control-Allow-Origin'],
  'CORS check: origin differs': ['Access-Control-Allow-Origin'],
  'CORS check: credentials': ['Access-Control-Allow-Credentials'],
  'CORS-preflight fetch: header list values failure': [
    'Access-Control-Allow-Methods',
    'Access-Control-Allow-Headers',
  ],
  'CORS-preflight fetch: method': ['Access-Control-Allow-Methods'],
  'CORS-preflight fetch: non-wildcard request-header name': ['Access-Control-Allow-Headers'],
  'CORS-preflight fetch: unsafe request-header name': ['Access-Control-Allow-Headers'],
  'HTTP-redirect fetch: location is not a URL': ['Location'],
  'HTTP-redirect fetch: scheme is not HTTP(S)': ['Location'],
  'HTTP-redirect fetch: URL includes credentials': ['Location'],
}

function lines({ index, response }: HarEntry, name: string): readonly Evidence[] {
  const field = `response.headers.${name}`
  const values = valuesOf(response.headers, name)
  return values.length === 0
    ? [{ entry: index, field, value: null }]
    : values.map((value) => ({ entry: index, field, value }))
}
