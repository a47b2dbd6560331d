import type { Show } from '../parts/show.ts'

/** The user's view of the list. */
export interface ListState {
  readonly show: Show
  readonly filter: string
  /** Whether all groups are folded or unfolded; null: the list decides for each. */
  readonly allFolded: boolean | null
  /** The groups that the user has folded or unfolded since. */
  readonly folded: ReadonlyMap<string, boolean>
  /** How often the browser's search moved to the next result, and its last direction. */
  readonly searched: { readonly times: number; readonly by: 1 | -1 }
}

export type ListEvent =
  | { readonly type: 'show'; readonly show: Show }
  | { readonly type: 'filter'; readonly text: string }
  | { readonly type: 'fold'; readonly key: string; readonly folded: boolean }
  | { readonly type: 'search on'; readonly by: 1 | -1 }
  | { readonly type: 'fold all'; readonly folded: boolean }

export const initialList: ListState = {
  show: 'blocked',
  filter: '',
  allFolded: null,
  folded: new Map(),
  searched: { times: 0, by: 1 },
}

/** Returns the state of the list after an event. */
export function updateList(list: ListState, event: ListEvent): ListState {
  switch (event.type) {
    case 'show':
      return { ...list, show: event.show }
    case 'filter':
      return { ...list, filter: event.text }
    case 'fold':
      return { ...list, folded: new Map(list.folded).set(event.key, event.folded) }
    case 'search on':
      return { ...list, searched: { times: list.searched.times + 1, by: event.by } }
    case 'fold all':
      return { ...list, allFolded: event.folded, folded: new Map() }
  }
}
