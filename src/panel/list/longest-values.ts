import { briefOf } from '../state/row-facts.ts'
import { columns } from './columns.ts'
import type { Group } from './groups.ts'
import type { Item } from './list-items.ts'

/** How many characters the longest values of a list by problem have, and how many hosts there are. */
export interface LongestValues {
  readonly title: number
  readonly host: number
  readonly count: number
  readonly hosts: number
}

/** Of many, only the first ones count: the columns can't fit everything then. */
const READ = 50

/** Returns what the columns of a list have to fit; null if no row is a problem. */
export function longestValues(items: readonly Item[]): LongestValues | null {
  const groups: Group[] = []
  for (const item of items) {
    if (item.type === 'problem' && groups.push(item.all) === READ) break
  }
  if (groups.length === 0) return null
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
