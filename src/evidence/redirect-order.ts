import type { HarEntry } from '../har/har-entry.ts'

/**
 * Removes one link from each cycle: if requests redirect back and forth within a millisecond or two, each seems to follow
 * the other. The first in time becomes the start. Precondition: `actuals` are sorted by time.
 */
export function openRings(followed: Map<HarEntry, HarEntry>, actuals: readonly HarEntry[]): void {
  if (followed.size === 0) return
  const targets = new Set(followed.values())
  const reached = new Set<HarEntry>()
  for (const start of actuals) {
    if (targets.has(start)) continue
    reached.add(start)
    for (const next of following(start, followed)) reached.add(next)
  }
  for (const first of actuals) {
    if (reached.has(first)) continue
    const ring = following(first, followed)
    for (const member of ring) reached.add(member)
    followed.delete(ring[ring.length - 2] ?? first)
  }
}

/** Returns the requests after an entry, redirect by redirect; for a cycle, each member once, the entry last. */
export function following(entry: HarEntry, followed: ReadonlyMap<HarEntry, HarEntry>): readonly HarEntry[] {
  const result: HarEntry[] = []
  for (let next = followed.get(entry); next !== undefined; next = followed.get(next)) {
    result.push(next)
    if (next === entry) break
  }
  return result
}
