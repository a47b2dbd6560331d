import type { EngineId } from './engines/engine.ts'
import type { Exchange } from './evidence/exchange.ts'
import { exchangesInSteps, type KnownExchanges } from './evidence/exchanges-of.ts'
import { makeKinds } from './evidence/kinds.ts'
import { noPageReport, type PageReport } from './evidence/page-report.ts'
import type { HarEntry, Recording } from './har/har-entry.ts'
import { atOnce, type InSteps } from './in-steps.ts'
import { type Diagnosis, ReadLater } from './read-later.ts'
import { siblingsAmong } from './reading/siblings.ts'
import { type KnownSiblings, siblingsByOrigin } from './reading/siblings-by-origin.ts'
import { judgeInSteps } from './verdict/judge.ts'
import { judgeAlike } from './verdict/judge-alike.ts'
import { type Models, makeModels } from './verdict/models.ts'
import type { Verdict } from './verdict/verdict.ts'

export type { Diagnosis } from './read-later.ts'

/** The options for diagnosing a recording. */
export interface DiagnoseOptions {
  /** The engine whose rules apply; null: that of the browser that made the recording, else Chromium's. */
  readonly engine: EngineId | null
  /** Returns a recorded value as it may appear in an engine's console message. */
  readonly show: (value: string) => string
  /** The inspected page's own report of its requests, if there is one. */
  readonly page?: PageReport
  /** Called with each verdict as soon as it's available. */
  readonly judged?: (verdict: Verdict) => void
}

/** A diagnosis, and what it's based on. */
interface Diagnosed {
  readonly among: KnownSiblings
  readonly diagnosis: ReadLater
}

/** The results of earlier rounds for a growing recording; each recording needs its own. */
export interface DiagnosisMemory {
  readonly exchanges: KnownExchanges
  readonly siblings: Map<string, KnownSiblings>
  /** The verdict on the first fetch of each kind. */
  readonly kinds: WeakMap<object, Verdict>
  /** Those of the fetches with the same content. */
  models: Models | null
  /** Null: there is only one round. */
  readonly verdicts: WeakMap<Exchange, Verdict> | null
  readonly diagnoses: WeakMap<Verdict, Diagnosed> | null
}

/** That of a whole recording. */
const memoryOfOneRound = (): DiagnosisMemory => ({
  exchanges: { byEntry: null, kinds: makeKinds() },
  siblings: new Map(),
  kinds: new WeakMap(),
  models: null,
  verdicts: null,
  diagnoses: null,
})

/** Returns the memory of a recording that grows, of which nothing is known yet. */
export const emptyMemory = (): DiagnosisMemory => ({
  ...memoryOfOneRound(),
  exchanges: { byEntry: new WeakMap(), kinds: makeKinds() },
  verdicts: new WeakMap(),
  diagnoses: new WeakMap(),
})

/**
 * Returns a diagnosis for every fetch of one recording, in the order in which they started: paired, judged, explained by
 * root causes and given a plan. The order of the entries doesn't matter. It never throws.
 */
export const diagnose = (
  recording: Recording,
  entries: readonly HarEntry[],
  options: DiagnoseOptions,
): readonly Diagnosis[] => atOnce(diagnoseInSteps(recording, entries, options, memoryOfOneRound()))

/**
 * Returns what {@link diagnose} does, in steps. With the memory of earlier rounds over the same recording and options,
 * only new fetches are judged, and unchanged diagnoses are the same objects as before.
 */
export function* diagnoseInSteps(
  recording: Recording,
  entries: readonly HarEntry[],
  options: DiagnoseOptions,
  memory: DiagnosisMemory,
): InSteps<readonly Diagnosis[]> {
  memory.models ??= makeModels(options)
  const { models } = memory
  const exchanges = yield* exchangesInSteps(
    recording,
    entries,
    options.page ?? noPageReport,
    memory.exchanges,
  )
  const verdicts: Verdict[] = []
  for (const exchange of exchanges) {
    const old = memory.verdicts?.get(exchange)
    const verdict =
      old ?? judgedAlike(exchange, memory, models) ?? (yield* judgeFirst(exchange, options, memory, models))
    verdicts.push(verdict)
    if (verdicts.length % MANY === 0) yield
    if (old !== undefined) continue
    memory.verdicts?.set(exchange, verdict)
    options.judged?.(verdict)
    if (verdicts.length % FEW === 0) yield
  }
  const siblings = yield* siblingsByOrigin(verdicts, memory.siblings)
  const diagnoses: Diagnosis[] = []
  for (let i = 0; i < verdicts.length; i++) {
    const verdict = verdicts[i] as Verdict
    const among = siblings[i]?.known ?? { siblings: siblingsAmong([]) }
    const old = memory.diagnoses?.get(verdict)
    const isAsBefore = old !== undefined && (old.among === among || old.diagnosis.isUnchanged(among))
    if (isAsBefore) old.diagnosis.follow(among)
    const diagnosis = isAsBefore
      ? old.diagnosis
      : new ReadLater(verdict, among, models, old?.diagnosis ?? null)
    diagnoses.push(diagnosis)
    if (diagnoses.length % MANY === 0) yield
    if (old?.among === among) continue
    memory.diagnoses?.set(verdict, { among, diagnosis })
    if (!isAsBefore && diagnoses.length % FEW === 0) yield
  }
  return diagnoses
}

/** How many fetches that are as before come between two chances to pause. */
const MANY = 1024
/** How many verdicts that cost little come between two chances to pause. */
const FEW = 32

/** Returns what was found out about the first fetch of a kind, or about another with the same content; null: nothing yet. */
function judgedAlike(exchange: Exchange, { kinds }: DiagnosisMemory, models: Models): Verdict | null {
  const { kind = null } = exchange
  const known = kind === null ? models.of(exchange)?.verdict : kinds.get(kind)
  return known === undefined ? null : judgeAlike(exchange, known, models)
}

/** Judges the first fetch of its kind. */
function* judgeFirst(
  exchange: Exchange,
  options: DiagnoseOptions,
  { kinds }: DiagnosisMemory,
  models: Models,
): InSteps<Verdict> {
  const { kind = null } = exchange
  const judged = yield* judgeInSteps(exchange, options)
  // Most of what is allowed nobody looks at again: what it rests on is found out anew if somebody does.
  const verdict = judged.type === 'shared' ? judgeAlike(judged.exchange, judged, models) : judged
  if (kind !== null && judged.exchange === exchange) kinds.set(kind, verdict)
  yield
  return verdict
}
