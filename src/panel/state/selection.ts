import { type Diagnosis, entryOf, exchangeId, problemKey } from '../../internal.ts'
import { isRow, type Listed } from './listed.ts'
import { kindOf } from './verdict-kind.ts'

/** What the explanation shows: one fetch, or a problem of several. */
export type Selection =
  | { readonly type: 'exchange'; readonly id: string }
  | { readonly type: 'problem'; readonly key: string }

const ids = new WeakMap<Diagnosis, string>()
const keys = new WeakMap<Diagnosis, string>()

/** Returns the id of a diagnosed fetch. */
export const idOf = (one: Listed): string =>
  isRow(one) ? one.id : remembered(ids, one, () => exchangeId(one.verdict.exchange))

/** Returns a key that is equal for fetches with the same problem. For an allowed fetch, the problem is its warning. */
export const keyOf = (one: Listed): string =>
  isRow(one) ? one.about.key : remembered(keys, one, () => makeKey(one))

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
export function findSelected<One extends Listed>(
  diagnoses: readonly One[],
  selection: Selection | null,
): One | null {
  if (selection === null) return null
  if (selection.type === 'problem') return diagnoses.find((one) => keyOf(one) === selection.key) ?? null
  const { id } = selection
  // Mostly it's the same as the last time.
  const known = last as One | null
  if (known !== null && idOf(known) === id && diagnoses.includes(known)) return known
  const found =
    diagnoses.find((one) => idOf(one) === id) ?? diagnoses.find((one) => hasEntry(one, id)) ?? null
  last = found
  return found
}

let last: Listed | null = null

/** Reports whether an entry of a fetch has an id. */
function hasEntry(one: Listed, id: string): boolean {
  if (isRow(one)) return one.ids.includes(id)
  const [file, index] = id.split(':').map(Number)
  return one.verdict.exchange.chain.some((hop) =>
    [hop.actual, hop.preflight, entryOf(hop)].some((entry) => entry?.index === index && entry?.file === file),
  )
}

/** Returns the ids of all entries of a fetch. */
export const idsIn = (one: Listed): readonly string[] => (isRow(one) ? one.ids : idsOf(one))

const idsOf = ({ verdict }: Diagnosis): readonly string[] =>
  verdict.exchange.chain.flatMap((hop) =>
    [hop.actual, hop.preflight, entryOf(hop)].flatMap((entry) =>
      entry === null ? [] : [`${entry.file}:${entry.index}`],
    ),
  )

export const isSameSelection = (a: Selection | null, b: Selection | null): boolean =>
  JSON.stringify(a) === JSON.stringify(b)
