import { briefOf } from '../state/row-facts.ts'
import { columns } from './columns.ts'
import type { Group } from './groups.ts'
import type { Items } from './items.ts'

/** How many characters the longest values of a list have, and how many hosts there are. */
export interface LongestValues {
  readonly title: number
  readonly host: number
  readonly count: number
  readonly hosts: number
}

/** Of many, only the first ones count: the columns can't fit everything then. */
const READ = 50

/** Returns what the columns of a list have to fit: the problems' values, or by time those of the requests. */
export function longestValues(items: Items): LongestValues {
  const groups: readonly Group[] =
    items.problems.length > 0 ? items.problems.slice(0, READ) : firstRequests(items)
  const hosts = new Set(groups.flatMap((all) => all.slice(-READ).map(columns.host.cell)))
  const longest = (values: Iterable<string>): number =>
    [...values].reduce((most, { length }) => Math.max(most, length), 0)
  return {
    title: longest(groups.map(([first]) => briefOf(first))),
    host: longest(hosts),
    count: longest(groups.map((all) => all.length.toLocaleString('en'))),
    hosts: hosts.size,
  }
}

const firstRequests = (items: Items): readonly Group[] =>
  Array.from({ length: Math.min(READ, items.length) }, (_, i) => items.at(i)).flatMap((item) =>
    item?.type === 'exchange' ? [[item.diagnosis] as const] : [],
  )
