import {
  type Check,
  checksOf,
  type Diagnosis,
  type Explanation,
  explanationOf,
  type Grant,
  grantsOf,
} from '../internal.ts'

const explanations = new WeakMap<Diagnosis, Explanation>()

/** Returns the explanation of a diagnosis, made once. */
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

const grants = new WeakMap<Diagnosis, readonly Grant[]>()

export function grantList(diagnosis: Diagnosis): readonly Grant[] {
  const found = grants.get(diagnosis) ?? grantsOf(diagnosis.verdict)
  grants.set(diagnosis, found)
  return found
}
