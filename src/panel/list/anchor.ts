/** The position of a list: its rows, scroll offset, and the empty space above and below the rows. */
export interface Standing {
  readonly ids: readonly string[]
  readonly scrollTop: number
  readonly above: number
  readonly below: number
}

/**
 * Returns the row that shows the first request of a row that is gone, or null. A row of a problem goes when its requests
 * turn out to have another one.
 */
export type Follow = (id: string) => string | null

/** The sizes of a list, in CSS pixels. */
export interface Sizes {
  readonly row: number
  readonly head: number
  readonly height: number
}

/**
 * Returns the scroll offset after a list's rows have changed, so that one row stays in place on the screen, or, if it's
 * gone, the one that `follow` names, else its nearest remaining neighbor. If scrolling isn't enough, empty space is added.
 */
export function anchored(
  before: Standing,
  ids: readonly string[],
  index: number,
  { row, head, height }: Sizes,
  follow: Follow = () => null,
): Standing {
  const places = new Map(ids.map((id, i) => [id, i]))
  const id = before.ids[index] ?? ''
  const followed = places.has(id) ? id : follow(id)
  const kept = followed === null ? nearest(before.ids, index, places) : index
  const now = kept === null ? 0 : (places.get(followed ?? before.ids[kept] ?? '') ?? kept)
  const moved = kept === null ? 0 : (now - kept) * row
  // Measured from the first row, which is below the empty space.
  const top = before.scrollTop - before.above + moved
  const above = Math.max(0, -top)
  const below = Math.max(0, top + height - (head + ids.length * row))
  return { ids, scrollTop: top + above, above, below: above > 0 ? Math.max(0, below) : below }
}

/** The row, or the nearest remaining one, preferably below. */
function nearest(ids: readonly string[], index: number, places: ReadonlyMap<string, number>): number | null {
  for (let distance = 0; distance < ids.length; distance++) {
    for (const at of [index + distance, index - distance]) {
      const id = ids[at]
      if (id !== undefined && places.has(id)) return at
    }
  }
  return null
}
