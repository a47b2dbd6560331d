import type { EngineCode, EngineId } from '../engines/engine.ts'
import type { Assumptions } from '../evidence/assumptions.ts'
import type { Because } from '../evidence/because.ts'
import type { Exchange } from '../evidence/exchange.ts'
import type { Evidence } from '../evidence/fact.ts'
import type { FailedStep, Phase } from '../fetch/steps.ts'
import type { Change } from '../rules/change.ts'
import type { Finding } from '../rules/index.ts'
import type { Branch } from './branch.ts'

/** A check of the standard that a fetch fails, with the rule that explains it. */
export interface FailingCheck {
  readonly finding: Finding
  readonly step: FailedStep
  readonly phase: Phase
  readonly hop: number
  /** Its assumptions, by fact; empty if it fails in any case. */
  readonly assuming: Assumptions
  readonly evidence: readonly Evidence[]
  readonly fix: readonly Change[]
}

export type FailingChecks = readonly [FailingCheck, ...FailingCheck[]]

/** One engine's verdict on the fetch. */
export interface EngineVerdict<Id extends EngineId = EngineId> {
  readonly outcome: 'blocked' | 'shared' | 'depends' | 'cannot-tell' | 'not-cors'
  /** The engine's code, if it's decided; null if several are possible, or none. */
  readonly code: EngineCode<Id> | null
  /** Every possible code. */
  readonly codes: readonly EngineCode<Id>[]
  /** The console message, if only one code is possible and the engine prints one. */
  readonly message: string | null
}

export type EngineVerdicts = { readonly [Id in EngineId]: EngineVerdict<Id> }

/** Why CORS doesn't apply to a fetch. */
export type NotCorsReason =
  | 'same-origin'
  | 'no-cors'
  | 'navigate'
  | 'websocket'
  | 'service worker'
  | 'cache or service worker'
  | 'extension'
  | 'no origin'
  | 'not http'

/** The part that every verdict has. */
interface Judged {
  readonly exchange: Exchange
  /** Each engine's verdict, computed when it's first read. */
  readonly engines: EngineVerdicts
}

/** The remaining branches of a fetch that CORS applies to. */
interface Open extends Judged {
  readonly branches: readonly Branch[]
}

export interface Shared extends Open {
  readonly type: 'shared'
}

/** Blocked in every branch, or ("depends") in some. */
export interface Failing extends Open {
  readonly type: 'blocked' | 'depends'
  /** What blocks it, first failing first. */
  readonly failing: FailingChecks
  /** What would block it after those are fixed. */
  readonly failingNext: readonly FailingCheck[]
}

/** Blocked, but no check of the standard explains it: the headers contradict the outcome, or nothing was recorded. */
export interface Unexplained extends Open {
  readonly type: 'unexplained'
  readonly how: 'contradiction' | 'unknown'
}

/** Failed, and CORS didn't apply. */
export interface FailedOutsideCors extends Judged {
  readonly type: 'unexplained'
  readonly how: 'outside CORS'
  readonly why: NotCorsReason
}

export interface CannotTell extends Open {
  readonly type: 'cannot-tell'
  readonly missing: readonly Because[]
}

export interface NotCors extends Judged {
  readonly type: 'not-cors'
  readonly why: NotCorsReason
}

/** The verdict on one fetch. */
export type Verdict = Shared | Failing | Unexplained | FailedOutsideCors | CannotTell | NotCors

export type VerdictType = Verdict['type']
