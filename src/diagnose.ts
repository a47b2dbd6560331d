import { type RecognisedCause, recogniseCauses } from './causes/index.ts'
import { cautionsFor, type Notice } from './cautions/index.ts'
import type { EngineId } from './engines/engine.ts'
import { exchangesOf } from './evidence/exchanges-of.ts'
import { type Plan, planFor } from './fix/plan.ts'
import type { HarEntry, Recording } from './har/har-entry.ts'
import { judge } from './verdict/judge.ts'
import { siblingsOf } from './verdict/siblings.ts'
import type { Verdict } from './verdict/verdict.ts'

/** All that the product finds out about one fetch. */
export interface Diagnosis {
  readonly verdict: Verdict
  readonly rootCauses: readonly RecognisedCause[]
  readonly cautions: readonly Notice[]
  readonly plan: Plan | null
}

/** How a recording is to be diagnosed. */
export interface DiagnoseOptions {
  /** Whose rules decide; null: those of the browser that made the recording, else Chromium's. */
  readonly engine: EngineId | null
  /** How a value of the recording may appear in an engine's console sentence. */
  readonly show: (value: string) => string
}

/**
 * Returns a diagnosis for every fetch of one recording, in the order in which they started: paired, judged,
 * explained by root causes and given a plan. The order of the entries does not matter; nothing makes it throw.
 */
export function diagnose(
  recording: Recording,
  entries: readonly HarEntry[],
  options: DiagnoseOptions,
): readonly Diagnosis[] {
  const verdicts = exchangesOf(recording, entries).map((exchange) => judge(exchange, options))
  const siblings = siblingsOf(verdicts)
  return verdicts.map((verdict) => {
    const others = verdict.type === 'not-cors' ? [] : siblings(verdict)
    return {
      verdict,
      rootCauses: ['blocked', 'depends', 'unexplained'].includes(verdict.type)
        ? recogniseCauses(verdict, others)
        : [],
      cautions: verdict.type === 'not-cors' ? [] : cautionsFor(verdict, others),
      plan: planFor(verdict),
    }
  })
}
