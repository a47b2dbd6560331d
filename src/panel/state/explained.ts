import {
  type Check,
  checksOf,
  type Demand,
  type Diagnosis,
  demandsOf,
  type Explanation,
  explanationOf,
} from '../../internal.ts'

const explanations = new WeakMap<Diagnosis, Explanation>()

/** Returns the explanation of a diagnosis, computed once. */
export function explained(diagnosis: Diagnosis): Explanation {
  const found = explanations.get(diagnosis) ?? explanationOf(diagnosis)
  explanations.set(diagnosis, found)
  return found
}

const checks = new WeakMap<Diagnosis, readonly Check[]>()

export function checkList(diagnosis: Diagnosis): readonly Check[] {
  const found = checks.get(diagnosis) ?? checksOf(diagnosis.verdict)
  checks.set(diagnosis, found)
  return found
}

const demands = new WeakMap<Diagnosis, readonly Demand[]>()

export function demandList(diagnosis: Diagnosis): readonly Demand[] {
  const found = demands.get(diagnosis) ?? demandsOf(diagnosis.verdict)
  demands.set(diagnosis, found)
  return found
}
