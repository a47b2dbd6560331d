import type { Diagnosis } from '../diagnose.ts'
import { valuesOfFact } from '../evidence/fact.ts'
import { originOf } from '../fetch/origin.ts'
import { failingChecks, nextFailingChecks } from '../verdict/failing-checks.ts'
import { notCorsReason } from '../verdict/not-cors-reason.ts'

/** Fetches that have one and the same problem. */
export interface Problem {
  /** The first of them, which stands for all. */
  readonly example: Diagnosis
  readonly all: readonly Diagnosis[]
}

/**
 * Returns the diagnoses grouped by problem: the same API origin and page, the same causes with the same values.
 * Groups stand in the order of their first fetch.
 */
export function problemsOf(diagnoses: readonly Diagnosis[]): readonly Problem[] {
  const groups = new Map<string, Diagnosis[]>()
  for (const diagnosis of diagnoses) {
    const key = problemKey(diagnosis)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [diagnosis])
    else group.push(diagnosis)
  }
  return [...groups.values()].flatMap((all) => (all[0] === undefined ? [] : [{ example: all[0], all }]))
}

/** Returns the same key for diagnoses that have one and the same problem. */
export function problemKey({ verdict, rootCauses }: Diagnosis): string {
  const { exchange } = verdict
  const failing = failingChecks(verdict)
  const checks = [...failing, ...nextFailingChecks(verdict)].map(({ finding, phase, hop, assuming }) => [
    finding.rule.id,
    phase,
    hop,
    finding.args,
    assuming,
  ])
  return JSON.stringify([
    verdict.type,
    notCorsReason(verdict),
    originOf(exchange.url),
    valuesOfFact(exchange.facts.origin),
    checks,
    failing.length > 0 ? null : rootCauses.map(({ id }) => id),
    failing.length > 0 ? null : exchange.observed.source?.value,
  ])
}
