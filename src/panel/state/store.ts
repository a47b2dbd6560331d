import { frameStrings } from '../parts/frame-strings.ts'
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
 * its events are copied, and a listener of it is dropped. The error of any other listener goes to the console and into
 * the state as what failed.
 */
export function makeStore(): Store {
  let state = initialState
  let reporting = false
  const listeners = new Set<() => void>()

  /** Calls all the listeners, and returns the first error of one that should have worked. */
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
    // Telling of the failure can fail in the same way.
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

/** Reports whether an error is what Firefox throws at whoever uses an object of a document that is gone. */
function isOfDeadDocument(error: unknown): boolean {
  try {
    return /dead object/.test(String(error))
  } catch {
    return true
  }
}
