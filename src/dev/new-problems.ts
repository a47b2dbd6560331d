import {
  type Diagnosis,
  type Examined,
  isUsuallyAllowed,
  type MergedPolicy,
  mergePolicies,
  type Problem,
  problemKey,
  problemsOf,
} from '../internal.ts'

/** A new problem. */
export interface NewProblem {
  readonly number: number
  readonly problem: Problem
  readonly examined: Examined
  /** The policy that the API needs for this problem and those before it; null if no configuration helps. */
  readonly policy: MergedPolicy<Diagnosis> | null
}

/** Returns a function that finds the new problems of a growing recording. */
export function newProblems(): (examined: Examined) => readonly NewProblem[] {
  const told = new Set<string>()
  let count = 0
  return (examined) => {
    const policies = mergePolicies(examined.diagnoses)
    return problemsOf(examined.diagnoses.filter(isBlocked)).flatMap((problem) => {
      const keys = problem.all.map(problemKey)
      const isNew = !keys.some((key) => told.has(key))
      for (const key of keys) told.add(key)
      if (!isNew) return []
      const target = problem.example.plan?.target
      const policy = policies.find((one) => one.target === target) ?? null
      return [{ number: ++count, problem, examined, policy }]
    })
  }
}

/** Only requests that a browser blocks, at least in the usual case: a server sees too little to say more. */
const isBlocked = ({ verdict }: Diagnosis): boolean =>
  verdict.type === 'blocked' || (verdict.type === 'depends' && !isUsuallyAllowed(verdict))
