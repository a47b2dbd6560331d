import { lstatSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** Returns a folder for files that only this user can change, for what is in them is run; null if there is none. */
export function folderOfUser(around: string): string | null {
  const user = process.getuid?.() ?? null
  const folder = join(around, user === null ? 'whycors-compiled' : `whycors-compiled-${user}`)
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch {
    // It exists, or can't be made.
  }
  return isOfUser(folder, user) ? folder : null
}

/** In Windows, where there is no user id, the folder for temporary files is the user's own. */
function isOfUser(folder: string, user: number | null): boolean {
  try {
    const found = lstatSync(folder)
    return found.isDirectory() && (user === null || (found.uid === user && (found.mode & 0o022) === 0))
  } catch {
    return false
  }
}
