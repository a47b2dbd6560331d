import { useEffect, useState } from 'preact/hooks'
import type { State } from './state.ts'
import type { Store } from './store.ts'

/** Returns the state, and rerenders when it has changed; preact renders once for simultaneous events. */
export const useStore = (store: Store): State => useStorePart(store, whole)

const whole = (state: State): State => state

/** Returns a part of the state, and rerenders when that part has changed. `part` has to be the same function each time. */
export function useStorePart<T>(store: Store, part: (state: State) => T): T {
  const [shown, setShown] = useState(() => part(store.get()))
  useEffect(() => {
    const refresh = (): void => setShown(() => part(store.get()))
    refresh()
    return store.subscribe(refresh)
  }, [store, part])
  return shown
}
