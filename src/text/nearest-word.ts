/** Returns the word that an abbreviated or misspelled one most likely means; null if none is within two edits. */
export function nearestWord<Word extends string>(written: string, words: readonly Word[]): Word | null {
  const begun = written.length < 3 ? [] : words.filter((word) => word.startsWith(written.toLowerCase()))
  if (begun[0] !== undefined && begun.length === 1) return begun[0]
  const [nearest] = words
    .map((word) => ({ word, distance: editDistance(written.toLowerCase(), word) }))
    .filter(({ word, distance }) => distance <= 2 && distance < word.length - 1)
    .sort((a, b) => a.distance - b.distance)
  return nearest?.word ?? null
}

/** How many letters have to be inserted, removed, replaced or swapped with their neighbor (optimal string alignment). */
function editDistance(one: string, other: string): number {
  // Longer words than these are not misspelled commands; the table stays small.
  if (one.length > 20) return Number.POSITIVE_INFINITY
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= one.length; i++) {
    const row = [i]
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1]
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      row.push(
        Math.min(
          (row[j - 1] ?? 0) + 1,
          (rows[i - 1]?.[j] ?? 0) + 1,
          (rows[i - 1]?.[j - 1] ?? 0) + (same ? 0 : 1),
          swapped ? (rows[i - 2]?.[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      )
    }
    rows.push(row)
  }
  return rows[one.length]?.[other.length] ?? Number.POSITIVE_INFINITY
}
