import { type Event, initialState, type State, update } from './state.ts'

/** The one place where the state changes. */
export interface Store {
  get(): State
  dispatch(event: Event): void
  /** Calls `listener` after every change; returns how to stop that. */
  subscribe(listener: () => void): () => void
}

/**
 * Returns a store that outlives the panel's documents. In Firefox nothing of a document can be used once that is gone:
 * its events are copied, and a listener of it that is still there is forgotten.
 */
export function makeStore(): Store {
  let state = initialState
  const listeners = new Set<() => void>()
  return {
    get: () => state,
    dispatch(event) {
      state = update(state, event.type === 'diagnosed' ? event : structuredClone(event))
      for (const listener of listeners) {
        try {
          listener()
        } catch {
          listeners.delete(listener)
        }
      }
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
