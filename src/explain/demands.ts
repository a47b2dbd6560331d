import { engines } from '../engines/index.ts'
import type { Hop } from '../evidence/chain.ts'
import type { Exchange } from '../evidence/exchange.ts'
import { valuesOfFact } from '../evidence/fact.ts'
import { requestedHeaderNames } from '../evidence/is-preflight.ts'
import { corsCheck } from '../fetch/cors-check.ts'
import { type PreflightRequest, refusedHeaderNames } from '../fetch/cors-preflight-fetch.ts'
import { extractHeaderListValues, get } from '../fetch/header-list.ts'
import { isCorsSafelistedMethod } from '../fetch/methods.ts'
import type { CredentialsMode } from '../fetch/request.ts'
import { type FetchResponse, isOkStatus } from '../fetch/response.ts'
import type { Phase } from '../fetch/steps.ts'
import type { HarEntry } from '../har/har-entry.ts'
import { failingChecks } from '../verdict/failing-checks.ts'
import { ownEngine } from '../verdict/judge.ts'
import { notCorsReason } from '../verdict/not-cors-reason.ts'
import type { Verdict } from '../verdict/verdict.ts'

/** Something that a request needs from a server, and the server's response. */
export interface Demand {
  readonly what: 'origin' | 'credentials' | 'status' | 'method' | 'header'
  readonly phase: Phase
  /** What the page needs; null if the recording doesn't show it. */
  readonly asked: string | null
  /** The header that decides; null for the status. */
  readonly header: string | null
  /** Its value; null if it's missing or wasn't recorded. */
  readonly granted: string | null
  readonly recorded: boolean
  readonly state: 'granted' | 'refused' | 'not needed' | 'depends' | 'unknown'
}

/** Returns what was needed and what was allowed at the hop where a fetch failed, or at its last one. */
export function demandsOf(verdict: Verdict): readonly Demand[] {
  const { exchange } = verdict
  const [failing] = failingChecks(verdict)
  const hop = exchange.chain[failing?.hop ?? exchange.chain.length - 1]
  if (hop === undefined || notCorsReason(verdict) !== null) return []
  return [
    ...(hop.preflight === null ? [] : preflightDemands(exchange, hop, hop.preflight)),
    ...actualDemands(exchange, hop),
  ]
}

function actualDemands(exchange: Exchange, hop: Hop): readonly Demand[] {
  const entry = hop.actual === null ? null : (hop.standIn ?? hop.actual)
  const rows = entry === null || entry.response.status === 0 ? [] : corsDemands(exchange, entry, 'actual')
  return hop.preflight === null ? [...rows, ...withoutPreflight(exchange)] : rows
}

/** Method and headers of a request whose preflight wasn't needed, or wasn't recorded. */
function withoutPreflight({ method, facts }: Exchange): readonly Demand[] {
  const { preflightNeeded } = facts
  const needed = preflightNeeded.known ? preflightNeeded.value : null
  const state = needed === false ? 'not needed' : 'unknown'
  const header = 'Access-Control-Allow-Methods'
  return [
    { what: 'method', phase: 'preflight', asked: method, header, granted: null, recorded: false, state },
  ]
}

function preflightDemands(exchange: Exchange, hop: Hop, entry: HarEntry): readonly Demand[] {
  if (entry.response.status === 0) return []
  const response: FetchResponse = { status: entry.response.status, headerList: entry.response.headers }
  const method =
    get(entry.request.headers, 'Access-Control-Request-Method') ??
    hop.actual?.request.method ??
    exchange.method
  const methods = extractHeaderListValues(response.headerList, 'Access-Control-Allow-Methods')
  const names = requestedHeaderNames(entry)
  // Computed once for all names, because a page may send thousands.
  const refusedIn = new Map(
    valuesOfFact(exchange.facts.credentialsMode).map((credentialsMode) => [
      credentialsMode,
      new Set(
        refusedHeaderNames(
          asked(entry, credentialsMode, method, names),
          response,
          engines[ownEngine(exchange)].implementation,
        ),
      ),
    ]),
  )
  const row = (
    what: Demand['what'],
    asked: string,
    header: string | null,
    state: Demand['state'],
  ): Demand => ({
    what,
    phase: 'preflight',
    asked,
    header,
    granted: header === null ? String(response.status) : get(response.headerList, header),
    recorded: true,
    state,
  })
  return [
    ...corsDemands(exchange, entry, 'preflight'),
    row('status', '200–299', null, isOkStatus(response.status) ? 'granted' : 'refused'),
    row(
      'method',
      method,
      'Access-Control-Allow-Methods',
      isCorsSafelistedMethod(method)
        ? 'not needed'
        : ofModes(
            exchange,
            (mode) =>
              Array.isArray(methods) &&
              (methods.includes(method) || (mode !== 'include' && methods.includes('*'))),
          ),
    ),
    ...names.map((name) =>
      row(
        'header',
        name,
        'Access-Control-Allow-Headers',
        ofModes(exchange, (mode) => refusedIn.get(mode)?.has(name) !== true),
      ),
    ),
  ]
}

function corsDemands(exchange: Exchange, entry: HarEntry, phase: Phase): readonly Demand[] {
  const { origin: originFact, credentialsMode } = exchange.facts
  const [known = null] = valuesOfFact(originFact)
  const origin = get(entry.request.headers, 'Origin') ?? known
  const response: FetchResponse = { status: entry.response.status, headerList: entry.response.headers }
  const step = (mode: CredentialsMode) => corsCheck({ origin: origin ?? '', credentialsMode: mode }, response)
  const row = (
    what: Demand['what'],
    asked: string | null,
    header: string,
    state: Demand['state'],
  ): Demand => ({
    what,
    phase,
    asked,
    header,
    granted: get(response.headerList, header),
    recorded: true,
    state,
  })
  const modes = valuesOfFact(credentialsMode)
  const passes = ofModes(
    exchange,
    (mode) => !/^CORS check: (no origin|origin differs)$/.test(step(mode) ?? ''),
  )
  const allowed = get(response.headerList, 'Access-Control-Allow-Credentials') === 'true'
  return [
    row('origin', origin, 'Access-Control-Allow-Origin', origin === null ? 'unknown' : passes),
    row(
      'credentials',
      modes.length === 1 ? (modes[0] ?? null) : null,
      'Access-Control-Allow-Credentials',
      modes.length !== 1
        ? allowed
          ? 'granted'
          : 'depends'
        : modes[0] === 'include'
          ? allowed
            ? 'granted'
            : 'refused'
          : 'not needed',
    ),
  ]
}

function ofModes({ facts }: Exchange, passes: (mode: CredentialsMode) => boolean): Demand['state'] {
  const results = new Set(valuesOfFact(facts.credentialsMode).map(passes))
  if (results.size !== 1) return results.size === 0 ? 'unknown' : 'depends'
  return results.has(true) ? 'granted' : 'refused'
}

const asked = (
  { request }: HarEntry,
  credentialsMode: CredentialsMode,
  method: string,
  names: readonly string[],
): PreflightRequest => ({
  url: request.url,
  origin: get(request.headers, 'Origin') ?? '',
  credentialsMode,
  method,
  unsafeHeaderNames: names,
  hasAuthorization: names.includes('authorization'),
  useCorsPreflightFlag: false,
})
