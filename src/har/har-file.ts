import type { HarEntry, Recording, SkippedEntry, Truncation } from './har-entry.ts'

/** A HAR file that was read. */
export interface HarFile {
  /** Who wrote the file, and what that writer leaves out. */
  readonly recording: Recording
  /** The entries that could be read, in the file's order. */
  readonly entries: readonly HarEntry[]
  /** The entries that couldn't be read, each with the reason. */
  readonly skipped: readonly SkippedEntry[]
  /** Where the file is cut off, or null if it's complete. Everything before that place was read. */
  readonly truncated: Truncation | null
}
