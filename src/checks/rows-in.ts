import { isMap, isSeq, type Node } from 'yaml'
import { grouped } from '../text/grouped.ts'
import type { CheckRow } from './check-row.ts'
import { ChecksError } from './checks-error.ts'
import { parseTree } from './parse-tree.ts'
import { type RowDefaults, rowOf } from './row-of.ts'

/** The most checks of one file; aliases can stand for many more than the file has lines. */
const MOST = 5000

/**
 * Returns the checks of a file, a list in YAML or JSON.
 *
 * @throws {ChecksError} which names the place, where the file is malformed or says something that makes no sense.
 */
export function rowsIn(source: string, defaults: RowDefaults): readonly CheckRow[] {
  const tree = parseTree(source)
  const { root, resolved, placeOf } = tree
  if (root === null) throw new ChecksError(null, 'empty; write a list of checks, each with url and origin')
  if (!isSeq(root)) {
    const advice = isMap(root) ? '; begin each check with "- "' : ''
    throw new ChecksError(placeOf(root), `the file must be a list of checks${advice}`)
  }
  if (root.items.length === 0) throw new ChecksError(null, 'an empty list; each check needs url and origin')
  if (root.items.length > MOST)
    throw new ChecksError(null, `more than ${grouped(MOST)} checks; split it into several files`)
  return root.items.map((item) => {
    const row = resolved(item as Node)
    if (!isMap(row))
      throw new ChecksError(placeOf(item as Node), 'each check must be a map with url and origin')
    return { ...rowOf(row, tree, defaults), line: placeOf(item as Node).line }
  })
}
