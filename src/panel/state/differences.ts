import { allDifferences, commonDifferencesOf, type Text } from '../../internal.ts'
import { isRow, type Listed } from './listed.ts'
import { rowFacts } from './row-facts.ts'

const known = new WeakMap<Listed, readonly Text[]>()

/** Returns what distinguishes a request from others whose lines read the same. */
export function differences(one: Listed): readonly Text[] {
  const common = (): readonly Text[] =>
    allDifferences(isRow(one) ? one.about.differences : commonDifferencesOf(one), rowFacts(one))
  const found = known.get(one) ?? common()
  known.set(one, found)
  return found
}
