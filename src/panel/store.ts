import { type Event, initialState, type State, update } from './state.ts'

/** The one place where the state changes. */
export interface Store {
  get(): State
  dispatch(event: Event): void
  /** Calls `listener` after every change; returns how to stop that. */
  subscribe(listener: () => void): () => void
}

export function makeStore(): Store {
  let state = initialState
  const listeners = new Set<() => void>()
  return {
    get: () => state,
    dispatch(event) {
      state = update(state, event)
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
