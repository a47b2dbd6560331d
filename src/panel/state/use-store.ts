import { useEffect, useState } from 'preact/hooks'
import type { State } from './state.ts'
import type { Store } from './store.ts'

/** Returns the state, and draws again when it has changed; preact draws once for events of one moment. */
export function useStore(store: Store): State {
  const [state, setState] = useState(store.get())
  useEffect(() => {
    const refresh = (): void => setState(store.get())
    refresh()
    return store.subscribe(refresh)
  }, [store])
  return state
}
