import { type Diagnosis, entryOf, exchangeId, problemKey } from '../../internal.ts'
import { kindOf } from './verdict-kind.ts'

/** What the explanation shows: one fetch, or a problem of several. */
export type Selection =
  | { readonly type: 'exchange'; readonly id: string }
  | { readonly type: 'problem'; readonly key: string }

const ids = new WeakMap<Diagnosis, string>()
const keys = new WeakMap<Diagnosis, string>()

/** Returns the id of a diagnosed fetch. */
export const idOf = (diagnosis: Diagnosis): string =>
  remembered(ids, diagnosis, () => exchangeId(diagnosis.verdict.exchange))

/** Returns a key that is equal for fetches with the same problem. For an allowed fetch, the problem is its warning. */
export const keyOf = (diagnosis: Diagnosis): string => remembered(keys, diagnosis, () => makeKey(diagnosis))

function makeKey(diagnosis: Diagnosis): string {
  const key = problemKey(diagnosis)
  const [warning] = kindOf(diagnosis) === 'warnings' ? diagnosis.cautions : []
  return warning === undefined ? key : `${key} ${JSON.stringify([warning.id, warning.summary])}`
}

function remembered<T extends object>(memory: WeakMap<T, string>, one: T, make: () => string): string {
  const found = memory.get(one) ?? make()
  memory.set(one, found)
  return found
}

/**
 * Returns the selected fetch, or null. If a preflight was selected before its request arrived, that request is returned.
 */
export function findSelected(diagnoses: readonly Diagnosis[], selection: Selection | null): Diagnosis | null {
  if (selection === null) return null
  if (selection.type === 'problem') return diagnoses.find((one) => keyOf(one) === selection.key) ?? null
  return (
    diagnoses.find((one) => idOf(one) === selection.id) ??
    diagnoses.find((one) => idsIn(one).includes(selection.id)) ??
    null
  )
}

const idsIn = ({ verdict }: Diagnosis): readonly string[] =>
  verdict.exchange.chain.flatMap((hop) =>
    [hop.actual, hop.preflight, entryOf(hop)].flatMap((entry) =>
      entry === null ? [] : [`${entry.file}:${entry.index}`],
    ),
  )

export const isSameSelection = (a: Selection | null, b: Selection | null): boolean =>
  JSON.stringify(a) === JSON.stringify(b)
