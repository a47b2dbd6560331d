/** What is chosen by users, and kept in the profile of their browser; nothing of a recording ever is. */
export type Remembered = 'framework' | 'proxy' | 'tab' | 'settings'

const key = (what: Remembered): string => `whycors.${what}`

/** Returns what was chosen last; null where nothing was. */
export function remembered(what: Remembered): string | null {
  try {
    return localStorage.getItem(key(what))
  } catch {
    // A page that was opened from disk may have no storage.
    return null
  }
}

/** Remembers the id of what was chosen. */
export function remember(what: Remembered, id: string): void {
  try {
    localStorage.setItem(key(what), id)
  } catch {
    // Then it holds until the page is closed.
  }
}
