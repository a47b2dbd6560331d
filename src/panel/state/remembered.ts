/** Users' choices, stored in their browser profile. Recorded values are never stored. */
export type Remembered = 'framework' | 'proxy' | 'tab' | 'settings'

const key = (what: Remembered): string => `whycors.${what}`

/** Returns the last choice, or null. */
export function remembered(what: Remembered): string | null {
  try {
    return localStorage.getItem(key(what))
  } catch {
    // A page opened from disk may have no storage.
    return null
  }
}

/** Stores the id of a choice. */
export function remember(what: Remembered, id: string): void {
  try {
    localStorage.setItem(key(what), id)
  } catch {
    // Then it lasts until the page is closed.
  }
}
