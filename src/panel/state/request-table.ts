import { evidenceOf } from './evidence-of.ts'
import { type FilterKey, valuesIn } from './filter-terms.ts'
import { bugsIn, type Listed, typeOf } from './listed.ts'
import { makeNumbering, type Numbering } from './numbering.ts'
import { rowFacts } from './row-facts.ts'
import { idOf, keyOf } from './selection.ts'
import { kindOf, rankOf } from './verdict-kind.ts'

/** What is known of each request: its properties in the filter, and what the list groups and finds it by. */
export type RequestColumn = FilterKey | 'id' | 'problem' | 'route' | 'address' | 'outcome' | 'evidence'

/** What the list needs of requests as numbers, so that a hundred thousand of them can be searched at once. */
export interface RequestTable {
  readonly numbering: Numbering
  /** How many requests it has had. */
  readonly size: number
  /** Returns the row of a request, which is added if it's new. */
  rowOf(one: Listed): number
  kindAt(row: number): Kind
  rankAt(row: number): number
  /** Reports whether a part of WhyCORS threw when the request was added. */
  hasBugs(row: number): boolean
  /** Returns the numbers of a column by row; 0: not read yet. */
  numbersOf(column: RequestColumn): Uint32Array
  /** Returns the number of what a column has of a request. Some columns are only read when they are first needed. */
  numberAt(column: RequestColumn, row: number, one: Listed): number
}

type Kind = ReturnType<typeof kindOf>

const KINDS: readonly Kind[] = ['blocked', 'warnings', 'depends', 'shared', 'not cors']

/** The columns that are read as soon as a request is there; the others are searched less often. */
const READ: readonly RequestColumn[] = [
  ...(['id', 'problem', 'route', 'address', 'outcome', 'evidence'] as const),
  ...(['method', 'status', 'origin', 'rule'] as const),
]

const readers: Partial<Record<RequestColumn, (one: Listed) => readonly string[]>> = {
  id: (one) => [idOf(one)],
  problem: (one) => [keyOf(one)],
  route: (one) => [routeOf(one)],
  address: (one) => [rowFacts(one).url],
  outcome: (one) => [typeOf(one)],
  evidence: evidenceOf,
}

const read = (column: RequestColumn, one: Listed): readonly string[] =>
  readers[column]?.(one) ?? valuesIn(column as FilterKey, one)

/** Returns what requests that share a row have in common: method and path, without the query. */
export function routeOf(one: Listed): string {
  const { method, path } = rowFacts(one)
  const end = path.search(/[?#]/)
  return `${method} ${end === -1 ? path : path.slice(0, end)}`
}

/** Returns a table without requests. It doesn't keep them. */
export function makeRequestTable(): RequestTable {
  const numbering = makeNumbering()
  const rows = new WeakMap<Listed, number>()
  const columns = new Map<RequestColumn, Uint32Array>()
  let [kinds, ranks] = [new Uint8Array(64), new Uint8Array(64)]
  const withBugs = new Set<number>()
  let size = 0

  function add(one: Listed): number {
    const row = size++
    if (row === kinds.length) [kinds, ranks] = [doubled(kinds), doubled(ranks)]
    for (const column of READ) numberAt(column, row, one)
    kinds[row] = KINDS.indexOf(kindOf(one))
    ranks[row] = rankOf(one)
    if (bugsIn(one).length > 0) withBugs.add(row)
    rows.set(one, row)
    return row
  }
  function numbersOf(column: RequestColumn): Uint32Array {
    const numbers = columns.get(column)
    if (numbers !== undefined && numbers.length === kinds.length) return numbers
    const more = new Uint32Array(kinds.length)
    if (numbers !== undefined) more.set(numbers)
    columns.set(column, more)
    return more
  }
  function numberAt(column: RequestColumn, row: number, one: Listed): number {
    const numbers = numbersOf(column)
    const known = numbers[row] ?? 0
    if (known > 0) return known
    const number = numbering.numberOf(read(column, one))
    numbers[row] = number
    return number
  }
  return {
    numbering,
    get size() {
      return size
    },
    rowOf: (one) => rows.get(one) ?? add(one),
    hasBugs: (row) => withBugs.has(row),
    numbersOf,
    kindAt: (row) => KINDS[kinds[row] ?? 0] ?? 'blocked',
    rankAt: (row) => ranks[row] ?? 0,
    numberAt,
  }
}

function doubled(numbers: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const more = new Uint8Array(2 * numbers.length)
  more.set(numbers)
  return more
}
