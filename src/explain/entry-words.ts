import type { Recording } from '../har/har-entry.ts'

/** Returns where in its file an entry is, in words; null if a check or pasted text has no entries that one could look up. */
export const entryWords = (index: number, { recordsOutcomes, sentByBrowser }: Recording): string | null =>
  recordsOutcomes && sentByBrowser ? `entry ${index}` : null
