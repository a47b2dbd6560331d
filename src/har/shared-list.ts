import type { HeaderList } from '../fetch/header-list.ts'

/** How many lists of each length are remembered, and how long they may be. */
const EACH = 4
const LONGEST = 60

const recent = new Map<number, HeaderList[]>()

/** Returns a list with the same headers, mostly one that was returned before: a page's requests to an API have the same. */
export function sharedList(list: HeaderList): HeaderList {
  if (list.length > LONGEST) return list
  const known = recent.get(list.length) ?? []
  const same = known.find((one) => one.every((header, i) => header === list[i]))
  if (same !== undefined) return same
  // A list that has grown has room for more; its copy doesn't.
  const exact = list.slice()
  recent.set(list.length, [exact, ...known.slice(0, EACH - 1)])
  return exact
}
