import { frameStrings } from '../parts/frame-strings.ts'
import { type Event, initialState, type State, update } from './state.ts'

/** The only place where the state changes. */
export interface Store {
  get(): State
  dispatch(event: Event): void
  /** Calls `listener` after every change. Returns a function that stops it. */
  subscribe(listener: () => void): () => void
}

/**
 * Returns a store that outlives the panel's documents. In Firefox, objects of a closed document can't be used, so events
 * are copied and its listeners are dropped. The error of any other listener goes to the console and into the state.
 */
export function makeStore(): Store {
  let state = initialState
  let reporting = false
  const listeners = new Set<() => void>()

  /** Calls all listeners, and returns the first error of one whose document still exists. */
  function tell(): { readonly error: unknown } | null {
    let failed: { readonly error: unknown } | null = null
    for (const listener of listeners) {
      try {
        listener()
      } catch (error) {
        if (isOfDeadDocument(error)) listeners.delete(listener)
        else failed ??= { error }
      }
    }
    return failed
  }
  function dispatch(event: Event): void {
    state = update(state, event.type === 'diagnosed' ? event : structuredClone(event))
    const failed = tell()
    // Reporting the failure can fail in the same way.
    if (failed === null || reporting) return
    console.error(failed.error)
    reporting = true
    dispatch({ type: 'failed', message: frameStrings.listenerFailed(String(failed.error)) })
    reporting = false
  }
  return {
    get: () => state,
    dispatch,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Reports whether an error is Firefox's for using an object of a closed document. */
function isOfDeadDocument(error: unknown): boolean {
  try {
    return /dead object/.test(String(error))
  } catch {
    return true
  }
}
