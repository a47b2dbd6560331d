import type { Inspected } from '../state/inspected.ts'

/** An inspected page whose events wait until somebody listens. */
export interface HeldBack {
  readonly inspected: Inspected
  /** Passes on the events so far, in their order, and each later one at once. */
  release(): void
}

/** Returns an inspected page that loses no event while its listeners are being loaded. `onFirst` is called with the first event. */
export function heldBack(page: Inspected, onFirst: () => void): HeldBack {
  const entryListeners: ((entry: unknown) => void)[] = []
  const navigationListeners: ((url: string) => void)[] = []
  let waiting: (() => void)[] | null = []
  let isFirst = true
  const pass = (event: () => void): void => {
    if (waiting === null) event()
    else waiting.push(event)
    if (!isFirst) return
    isFirst = false
    onFirst()
  }
  page.onEntry((entry) =>
    pass(() => {
      for (const listener of entryListeners) listener(entry)
    }),
  )
  page.onNavigated((url) =>
    pass(() => {
      for (const listener of navigationListeners) listener(url)
    }),
  )
  return {
    inspected: {
      ...page,
      onEntry: (listener) => void entryListeners.push(listener),
      onNavigated: (listener) => void navigationListeners.push(listener),
    },
    release() {
      const events = waiting ?? []
      waiting = null
      for (const event of events) event()
    },
  }
}
