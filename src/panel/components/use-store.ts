import { useEffect, useState } from 'preact/hooks'
import type { State } from '../state.ts'
import type { Store } from '../store.ts'

/** Returns the state, and draws again when it has changed: once per frame, however many events there were. */
export function useStore(store: Store): State {
  const [state, setState] = useState(store.get())
  useEffect(() => {
    let asked = 0
    const refresh = (): void => {
      asked = 0
      setState(store.get())
    }
    refresh()
    const unsubscribe = store.subscribe(() => {
      if (asked === 0) asked = requestAnimationFrame(refresh)
    })
    return () => {
      unsubscribe()
      cancelAnimationFrame(asked)
    }
  }, [store])
  return state
}
