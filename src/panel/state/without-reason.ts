import type { Diagnosis, HarEntry, Verdict } from '../../internal.ts'

const UNDECIDED = { outcome: 'cannot-tell', code: null, codes: [], message: null } as const

/**
 * Returns a diagnosis that only says that the request was blocked if its entry is still awaited: headers that DevTools
 * hasn't reported yet must not be treated as missing.
 */
export function withoutReason(diagnosis: Diagnosis, awaited: ReadonlySet<HarEntry>): Diagnosis {
  if (awaited.size === 0) return diagnosis
  const { verdict } = diagnosis
  const isAwaited = verdict.exchange.chain.some(({ actual }) => actual !== null && awaited.has(actual))
  return isAwaited && 'branches' in verdict ? blockedFor(verdict) : diagnosis
}

const made = new WeakMap<Verdict, Diagnosis>()

function blockedFor(verdict: Verdict): Diagnosis {
  const known = made.get(verdict)
  if (known !== undefined) return known
  const { exchange } = verdict
  const diagnosis: Diagnosis = {
    verdict: {
      type: 'cannot-tell',
      exchange,
      branches: [],
      missing: [],
      engines: {
        spec: UNDECIDED,
        chromium: UNDECIDED,
        firefox: UNDECIDED,
        webkit: UNDECIDED,
      },
    },
    rootCauses: [],
    cautions: [],
    plan: null,
    bugs: [],
  }
  made.set(verdict, diagnosis)
  return diagnosis
}
