import type { Event } from './state.ts'
import type { Store } from './store.ts'

/** Applies DevTools' own search box to the panel: its text becomes the filter, and its buttons move from row to row. */
export function searchPanel(store: Store, action: string, text: string | undefined): void {
  const event = eventOf(action, text ?? '')
  if (event !== null) store.dispatch(event)
}

function eventOf(action: string, text: string): Event | null {
  switch (action) {
    case 'performSearch':
      return { type: 'filter', text }
    case 'cancelSearch':
      return { type: 'filter', text: '' }
    case 'nextSearchResult':
      return { type: 'search on', by: 1 }
    case 'previousSearchResult':
      return { type: 'search on', by: -1 }
    default:
      return null
  }
}
