import type { DiagnoseOptions, Diagnosis } from '../diagnose.ts'
import { judge } from '../verdict/judge.ts'

/** Returns a diagnosis whose console sentences show the recording's values in another way. */
export const showingAs = (diagnosis: Diagnosis, options: DiagnoseOptions): Diagnosis => ({
  verdict: judge(diagnosis.verdict.exchange, options),
  get rootCauses() {
    return diagnosis.rootCauses
  },
  get cautions() {
    return diagnosis.cautions
  },
  get plan() {
    return diagnosis.plan
  },
  get bugs() {
    return diagnosis.bugs
  },
})
