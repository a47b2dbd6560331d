import type { Diagnosis } from '../diagnose.ts'
import type { Assumptions } from '../evidence/assumptions.ts'
import type { Evidence } from '../evidence/fact.ts'
import type { Phase } from '../fetch/steps.ts'
import type { Plan } from '../fix/plan.ts'
import type { Text } from '../text/text.ts'
import type { VerdictType } from '../verdict/verdict.ts'
import type { EngineText } from './section.ts'
import type { Message } from './sequence.ts'
import type { WhyPreflight } from './why-preflight.ts'

/** The parts of an explanation of one fetch, before they are arranged. */
export interface Told {
  readonly type: VerdictType
  /** The verdict, and how many requests have this problem if there are several. */
  readonly outcome: string
  readonly method: string
  readonly url: string
  readonly origin: string | null
  readonly headline: Text
  readonly causes: readonly CauseText[]
  readonly sequence: readonly Message[]
  readonly alsoFailing: readonly CauseText[]
  readonly rootCauses: Diagnosis['rootCauses']
  /** Why a preflight was needed or not; null if CORS doesn't apply. */
  readonly preflight: WhyPreflight | null
  /** What the recording leaves open, and why. */
  readonly unknown: readonly Text[]
  readonly engines: readonly EngineText[]
  readonly cautions: Diagnosis['cautions']
  readonly plan: Plan | null
}

/** A cause in words. */
export interface CauseText {
  readonly rule: string
  readonly phase: Phase
  readonly hop: number
  readonly assuming: Assumptions
  readonly evidence: readonly Evidence[]
  readonly summary: Text
  readonly detail: Text
  /** Its assumption; null if there is none. */
  readonly assumption: Text | null
  readonly step: { readonly algorithm: string; readonly url: string }
}
