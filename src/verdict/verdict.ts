import type { EngineId } from '../engines/engine.ts'
import type { Because } from '../evidence/because.ts'
import type { Exchange } from '../evidence/exchange.ts'
import type { Evidence } from '../evidence/fact.ts'
import type { FailedStep, Phase } from '../fetch/steps.ts'
import type { Change } from '../rules/change.ts'
import type { Finding } from '../rules/index.ts'
import type { Branch } from './branch.ts'

export type VerdictType = 'blocked' | 'shared' | 'depends' | 'unexplained' | 'cannot-tell' | 'not-cors'

/** One reason why a fetch is blocked. */
export interface Cause {
  readonly finding: Finding
  readonly step: FailedStep
  readonly phase: Phase
  readonly hop: number
  /** What has to be assumed for it, by fact; empty where it holds either way. */
  readonly assuming: Readonly<Record<string, string>>
  readonly evidence: readonly Evidence[]
  readonly fix: readonly Change[]
}

/** What one engine would make of the fetch. */
export interface EngineVerdict {
  readonly outcome: 'blocked' | 'shared' | 'depends' | 'cannot-tell' | 'not-cors'
  /** The engine's code, where it is decided; null where several are possible, or none at all is. */
  readonly code: string | null
  /** Every code that the recording leaves possible. */
  readonly codes: readonly string[]
  /** The console sentence, where one code is left and the engine prints one. */
  readonly message: string | null
}

/** Why a fetch is none of CORS's business. */
export type NotCorsReason =
  | 'same-origin'
  | 'no-cors'
  | 'navigate'
  | 'websocket'
  | 'service worker'
  | 'no origin'
  | 'not http'

export interface Verdict {
  readonly type: VerdictType
  readonly exchange: Exchange
  /** What is still possible, and what each possibility comes to. */
  readonly branches: readonly Branch[]
  /** What blocks it, first failing first; empty unless blocked or depends. */
  readonly causes: readonly Cause[]
  /** What would block it next, once the causes are mended. */
  readonly alsoFailing: readonly Cause[]
  /** For "not-cors". */
  readonly notCors: NotCorsReason | null
  /** For "cannot-tell": what is missing. */
  readonly missing: readonly Because[]
  /** For "unexplained": whether the headers contradict the outcome, rather than nothing being known. */
  readonly contradiction: boolean
  readonly engines: Readonly<Record<EngineId, EngineVerdict>>
}
