import { isMap, isPair, isScalar, isSeq, type Node, type Scalar, type YAMLMap } from 'yaml'
import { ChecksError } from './checks-error.ts'
import type { Tree } from './parse-tree.ts'

/** A key of a map with its value; null for a key that has none. */
export interface Entry {
  readonly key: Scalar
  readonly name: string
  readonly value: Node | null
}

/** How many maps a merge key may name, and how many levels of them there may be. */
const MOST_MERGED = 8
const DEEPEST_MERGE = 3

/**
 * Returns the entries of a map by name, those of maps that it merges with `<<` among them; its own win.
 *
 * @throws {ChecksError} where a key is given twice, or isn't a word.
 */
export function entriesOf(map: YAMLMap, tree: Tree, depth = 0): ReadonlyMap<string, Entry> {
  const own = new Map<string, Entry>()
  const merged = new Map<string, Entry>()
  for (const item of map.items) {
    if (!isPair(item)) continue
    const { value } = item
    const key = tree.resolved(item.key as Node)
    if (!isScalar(key)) throw new ChecksError(tree.placeOf(item.key as Node), 'a key must be a word')
    const name = wordOf(key)
    if (name === '<<' && key.type === 'PLAIN') {
      for (const [inner, entry] of mergedInto(value as Node | null, key, tree, depth))
        if (!merged.has(inner)) merged.set(inner, entry)
      continue
    }
    if (own.has(name))
      throw new ChecksError(tree.placeOf(key), `${JSON.stringify(name.slice(0, 40))} is given twice`)
    own.set(name, { key, name, value: value === null ? null : tree.resolved(value as Node) })
  }
  return new Map([...merged, ...own])
}

function mergedInto(value: Node | null, key: Scalar, tree: Tree, depth: number): ReadonlyMap<string, Entry> {
  const target = value === null ? null : tree.resolved(value)
  const maps = (isSeq(target) ? target.items : [target]).map((item) =>
    item === null ? null : tree.resolved(item as Node),
  )
  if (depth >= DEEPEST_MERGE || maps.length > MOST_MERGED)
    throw new ChecksError(tree.placeOf(key), 'too many maps are merged here')
  const merged = new Map<string, Entry>()
  for (const one of maps) {
    if (!isMap(one)) throw new ChecksError(tree.placeOf(key), '<< must name a map, such as *defaults')
    for (const [name, entry] of entriesOf(one, tree, depth + 1))
      if (!merged.has(name)) merged.set(name, entry)
  }
  return merged
}

/** Returns a scalar as it was written: `1.0` and `no` are no numbers and truths here. */
export function wordOf(scalar: Scalar): string {
  const isPlain = scalar.type === 'PLAIN'
  return isPlain && scalar.source !== undefined ? scalar.source : String(scalar.value ?? '')
}
