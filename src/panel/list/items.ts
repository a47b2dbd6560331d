import type { ListIndex } from '../state/list-index.ts'
import type { Listed } from '../state/listed.ts'
import { idOf } from '../state/selection.ts'
import type { Group } from './groups.ts'

/** What every row has: `position` and `count` among its siblings, for screen readers; `group` is the row of its problem. */
interface Line {
  readonly id: string
  readonly position: number
  readonly count: number
  readonly level: 1 | 2 | 3
  readonly group: number
  /** When it was first there: later rows have larger numbers. */
  readonly born: number
}

/** A row of the list: a problem, requests that only differ in their query, or one request. */
export type Item =
  | (Line & { readonly type: 'problem'; readonly all: Group; readonly folded: boolean })
  | (Line & { readonly type: 'repeat'; readonly all: Group; readonly folded: boolean })
  | (Line & { readonly type: 'exchange'; readonly diagnosis: Listed })

/** The rows of the list. */
export interface Items {
  readonly length: number
  at(index: number): Item | undefined
  /** Returns the place of a row, or -1. */
  indexOf(id: string): number
  /** The requests of each problem, in the order of their rows; none by time. */
  readonly problems: readonly Group[]
  /** The places of the rows that are new since a number of {@link Line.born}, without those within a problem. */
  bornSince(number: number): readonly number[]
  /** Returns the number of a row that is there. */
  bornAt(index: number): number
  /** The number that the next new row is given. */
  readonly nextBorn: number
}

/** Returns rows that are in a list; `nextBorn` is what the next new row will be given. */
export function itemsIn(all: readonly Item[], nextBorn: number): Items {
  let places: Map<string, number> | null = null
  const heads = all.flatMap((item, i) => (item.level === 1 ? [i] : []))
  return {
    length: all.length,
    at: (index) => all[index],
    indexOf(id) {
      places ??= new Map(all.map((item, i) => [item.id, i]))
      return places.get(id) ?? -1
    },
    problems: heads.flatMap((i) => {
      const item = all[i]
      return item?.type === 'problem' ? [item.all] : []
    }),
    bornAt: (index) => all[index]?.born ?? 0,
    bornSince: (number) => heads.filter((i) => (all[i]?.born ?? 0) >= number),
    nextBorn,
  }
}

/** Returns a row for each request at some places of an index; each row is made when it's drawn. */
export function itemsAt(index: ListIndex, places: ArrayLike<number>): Items {
  const { requests, rows, table } = index
  const ids = table.numbersOf('id')
  const bornAt = (i: number): number => ids[rows[places[i] ?? 0] ?? 0] ?? 0
  let found: Int32Array | null = null
  return {
    length: places.length,
    at(i) {
      const diagnosis = requests[places[i] ?? -1]
      if (diagnosis === undefined) return undefined
      const place = { position: i + 1, count: places.length, level: 1, group: i, born: bornAt(i) } as const
      return { type: 'exchange', id: idOf(diagnosis), diagnosis, ...place }
    },
    indexOf(id) {
      const number = table.numbering.find(id)
      if (number === 0) return -1
      found ??= placesByBirth(places.length, bornAt)
      return found[number] ?? -1
    },
    problems: [],
    bornAt,
    bornSince(number) {
      const born: number[] = []
      for (let i = 0; i < places.length; i++) if (bornAt(i) >= number) born.push(i)
      return born
    },
    nextBorn: table.numbering.last + 1,
  }
}

function placesByBirth(count: number, bornAt: (i: number) => number): Int32Array {
  let most = 0
  for (let i = 0; i < count; i++) most = Math.max(most, bornAt(i))
  const found = new Int32Array(most + 1).fill(-1)
  for (let i = 0; i < count; i++) found[bornAt(i)] = i
  return found
}
