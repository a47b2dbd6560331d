import type { InSteps } from '../../internal.ts'
import type { Show } from '../parts/show.ts'
import { type Found, foundInSteps } from '../state/filter.ts'
import { indexInSteps, type ListIndex } from '../state/list-index.ts'
import type { ListState } from '../state/list-state.ts'
import type { Listed } from '../state/listed.ts'
import type { Settings } from '../state/settings.ts'
import { foldingBy } from './folding.ts'
import type { Items } from './items.ts'
import { itemsInSteps } from './list-items.ts'

/** What the list is about. */
export interface Wanted
  extends Pick<ListState, 'show' | 'filter' | 'allFolded' | 'folded'>,
    Pick<Settings, 'grouping' | 'sort'> {
  readonly requests: readonly Listed[]
}

/** What the panel draws of its requests; all of it belongs together. */
export interface ListView {
  readonly wanted: Wanted
  readonly index: ListIndex
  readonly found: Found
  readonly items: Items
}

/** Returns the view in steps. What is as in the one `before` is taken from it; `decided` stores what was folded at first. */
export function* viewInSteps(
  wanted: Wanted,
  before: ListView | null,
  decided: Map<string, boolean>,
): InSteps<ListView> {
  const { requests, show, filter, grouping, sort } = wanted
  if (requests.length === 0) decided.clear()
  const index =
    before?.index.requests === requests ? before.index : yield* indexInSteps(requests, before?.index ?? null)
  const isFound =
    before !== null && before.index === index && before.found.show === show && before.found.filter === filter
  const found = isFound ? before.found : yield* foundInSteps(index, show, filter, before?.found ?? null)
  const old = before?.wanted
  const isListed =
    before?.found === found &&
    old?.grouping === grouping &&
    old.sort === sort &&
    old.allFolded === wanted.allFolded &&
    old.folded === wanted.folded
  const options = { grouping, sort, isFolded: foldingBy(wanted, decided) }
  const items = isListed ? before.items : yield* itemsInSteps(found, options)
  return { wanted, index, found, items }
}

/** Identifies a list by tab, filter and order. */
export const nameOf = ({ wanted: { show, filter, grouping, sort } }: ListView): string =>
  JSON.stringify([show, filter, grouping, sort] satisfies [Show, ...unknown[]])
