import type { InSteps } from '../../internal.ts'
import type { Show } from '../parts/show.ts'
import { type FilterTerm, filterTerms } from './filter-terms.ts'
import type { ListIndex } from './list-index.ts'
import type { Listed } from './listed.ts'
import type { RequestColumn, RequestTable } from './request-table.ts'
import { isShown } from './verdict-kind.ts'

/** The requests of an index that match a tab and a filter. */
export interface Found {
  readonly index: ListIndex
  readonly show: Show
  readonly filter: string
  /** The places of the tab's requests, and of those that match the filter too. */
  readonly shown: Uint32Array
  readonly places: Uint32Array
}

/** What a word without a property is searched in. */
const SEARCHED: readonly RequestColumn[] = [
  ...(['address', 'method', 'outcome', 'status', 'origin', 'evidence', 'rule'] as const),
]

/** How many requests are searched between two chances to pause. */
const MANY = 1024

/**
 * Returns the requests that match a tab and a filter. Every word of the filter has to match: a property (`method:PUT`),
 * or part of the method, URL, page, status, rule, root cause and the header lines that decide. While somebody types, only
 * what was found `before` is searched.
 */
export function* foundInSteps(
  index: ListIndex,
  show: Show,
  filter: string,
  before: Found | null,
): InSteps<Found> {
  const known = before?.index === index && before.show === show ? before : null
  const shown = known?.shown ?? (yield* placesInTab(index, show))
  const terms = filterTerms(filter)
  if (terms.length === 0) return { index, show, filter, shown, places: shown }
  const isNarrower = known !== null && isSimple(filter) && filter.startsWith(known.filter)
  let places = isNarrower ? known.places : shown
  for (const term of terms) places = yield* matching(places, index, term)
  return { index, show, filter, shown, places }
}

/** Reports whether a filter consists of plain words only, so that more characters never find more. */
const isSimple = (filter: string): boolean => !/["/:-]/.test(filter)

function* placesInTab({ rows, table }: ListIndex, show: Show): InSteps<Uint32Array> {
  const found = new Uint32Array(rows.length)
  let count = 0
  for (let place = 0; place < rows.length; place++) {
    if (isShown(table.kindAt(rows[place] ?? 0), show)) found[count++] = place
    if (place % MANY === MANY - 1) yield
  }
  return found.slice(0, count)
}

/** Returns those of some places whose requests match a word. Each text is looked at once. */
function* matching(
  places: Uint32Array,
  { requests, rows, table }: ListIndex,
  { key, not, matches }: FilterTerm,
): InSteps<Uint32Array> {
  const columns = key === null ? SEARCHED : [key]
  const numbers = columns.map((column) => table.numbersOf(column))
  const { numbering } = table
  /** By the number of a text: 0 not looked at yet, 1 no, 2 yes. */
  let known = new Uint8Array(numbering.last + 1)
  const found = new Uint32Array(places.length)
  let count = 0
  for (let i = 0; i < places.length; i++) {
    if (i % MANY === MANY - 1) yield
    const place = places[i] ?? 0
    const row = rows[place] ?? 0
    let isFound = false
    for (let c = 0; c < numbers.length && !isFound; c++) {
      const number = numbers[c]?.[row] || numberOf(columns[c], row, requests[place], table)
      if (number >= known.length) known = longer(known, number)
      if (known[number] === 0) known[number] = numbering.lowerOf(number).some(matches) ? 2 : 1
      isFound = known[number] === 2
    }
    if (isFound !== not) found[count++] = place
  }
  return found.slice(0, count)
}

/** Returns the number of what a column has that hasn't been read yet. */
const numberOf = (
  column: RequestColumn | undefined,
  row: number,
  one: Listed | undefined,
  table: RequestTable,
): number => (column === undefined || one === undefined ? 0 : table.numberAt(column, row, one))

function longer(numbers: Uint8Array<ArrayBuffer>, number: number): Uint8Array<ArrayBuffer> {
  const more = new Uint8Array(2 * number)
  more.set(numbers)
  return more
}
