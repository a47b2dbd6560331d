const KEY = 'whycors.framework'

/** Returns the kind of server that was chosen last, in this profile of the browser; null where none was. */
export function rememberedFramework(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    // A page that was opened from disk may have no storage.
    return null
  }
}

/** Remembers the kind of server that was chosen; nothing else of a recording is ever kept. */
export function rememberFramework(id: string): void {
  try {
    localStorage.setItem(KEY, id)
  } catch {
    // Then it holds until the page is closed.
  }
}
