import type { EngineCode, EngineId } from '../engines/engine.ts'
import type { Assumptions } from '../evidence/assumptions.ts'
import type { Because } from '../evidence/because.ts'
import type { Exchange } from '../evidence/exchange.ts'
import type { Evidence } from '../evidence/fact.ts'
import type { FailedStep, Phase } from '../fetch/steps.ts'
import type { Change } from '../rules/change.ts'
import type { Finding } from '../rules/index.ts'
import type { Branch } from './branch.ts'

/** A check of the standard that a fetch doesn't pass, with the rule that explains it. */
export interface FailingCheck {
  readonly finding: Finding
  readonly step: FailedStep
  readonly phase: Phase
  readonly hop: number
  /** What has to be assumed for it, by fact; empty if it fails either way. */
  readonly assuming: Assumptions
  readonly evidence: readonly Evidence[]
  readonly fix: readonly Change[]
}

export type FailingChecks = readonly [FailingCheck, ...FailingCheck[]]

/** What one engine would make of the fetch. */
export interface EngineVerdict<Id extends EngineId = EngineId> {
  readonly outcome: 'blocked' | 'shared' | 'depends' | 'cannot-tell' | 'not-cors'
  /** The engine's code, if it's decided; null if several are possible, or none at all is. */
  readonly code: EngineCode<Id> | null
  /** Every code that the recording leaves possible. */
  readonly codes: readonly EngineCode<Id>[]
  /** The console sentence, if one code is left and the engine prints one. */
  readonly message: string | null
}

export type EngineVerdicts = { readonly [Id in EngineId]: EngineVerdict<Id> }

/** Why CORS has no say in a fetch. */
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

/** What every verdict has. */
interface Judged {
  readonly exchange: Exchange
  /** What each engine would make of the fetch; computed when it's first read. */
  readonly engines: EngineVerdicts
}

/** What is still possible of a fetch that CORS has a say in, and what each possibility comes to. */
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
  /** What would block it next, once those are fixed. */
  readonly failingNext: readonly FailingCheck[]
}

/** Blocked, and nothing that the standard checks explains it: the headers contradict the outcome, or nothing was recorded. */
export interface Unexplained extends Open {
  readonly type: 'unexplained'
  readonly how: 'contradiction' | 'unknown'
}

/** Failed, and CORS had no say in it. */
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

/** What is found out about one fetch. */
export type Verdict = Shared | Failing | Unexplained | FailedOutsideCors | CannotTell | NotCors

export type VerdictType = Verdict['type']
