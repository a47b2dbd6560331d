/** Where a list stands: which lines, how far it's scrolled, and the empty room above and below the lines. */
export interface Standing {
  readonly ids: readonly string[]
  readonly scrollTop: number
  readonly above: number
  readonly below: number
}

/** The sizes of a list, in CSS pixels. */
export interface Sizes {
  readonly row: number
  readonly head: number
  readonly height: number
}

/**
 * Returns how a list must be scrolled after its lines have changed, so that one line stays where it is on the screen. If it's
 * gone, its nearest neighbor that is still there does. Where scrolling can't do it, empty room does.
 */
export function anchored(
  before: Standing,
  ids: readonly string[],
  index: number,
  { row, head, height }: Sizes,
): Standing {
  const places = new Map(ids.map((id, i) => [id, i]))
  const kept = nearest(before.ids, index, places)
  const moved = kept === null ? 0 : ((places.get(before.ids[kept] ?? '') ?? kept) - kept) * row
  // Measured from the first line, which is below the empty room.
  const top = before.scrollTop - before.above + moved
  const above = Math.max(0, -top)
  const below = Math.max(0, top + height - (head + ids.length * row))
  return { ids, scrollTop: top + above, above, below: above > 0 ? Math.max(0, below) : below }
}

/** The line, else the nearest one that is still there, the one below first. */
function nearest(ids: readonly string[], index: number, places: ReadonlyMap<string, number>): number | null {
  for (let distance = 0; distance < ids.length; distance++) {
    for (const at of [index + distance, index - distance]) {
      const id = ids[at]
      if (id !== undefined && places.has(id)) return at
    }
  }
  return null
}
