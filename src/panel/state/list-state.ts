import type { Show } from '../parts/show.ts'

/** How the user wants the list. */
export interface ListState {
  readonly show: Show
  readonly grouping: 'problem' | 'time'
  readonly filter: string
  readonly collapsed: ReadonlySet<string>
}

export type ListEvent =
  | { readonly type: 'show'; readonly show: Show }
  | { readonly type: 'group by'; readonly grouping: ListState['grouping'] }
  | { readonly type: 'filter'; readonly text: string }
  | { readonly type: 'toggle'; readonly key: string; readonly collapsed: boolean }

export const initialList: ListState = { show: 'all', grouping: 'problem', filter: '', collapsed: new Set() }

/** Returns the state of the list after an event. */
export function updateList(list: ListState, event: ListEvent): ListState {
  switch (event.type) {
    case 'show':
      return { ...list, show: event.show }
    case 'group by':
      return { ...list, grouping: event.grouping }
    case 'filter':
      return { ...list, filter: event.text }
    case 'toggle': {
      const collapsed = new Set(list.collapsed)
      if (event.collapsed) collapsed.add(event.key)
      else collapsed.delete(event.key)
      return { ...list, collapsed }
    }
  }
}
