/** The rows of a list. */
export interface Rows {
  readonly length: number
  at(index: number): { readonly id: string } | undefined
  indexOf(id: string): number
}

/** The position of a list: its rows, scroll offset, and the empty space above and below the rows. */
export interface Standing {
  readonly rows: Rows
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
  rows: Rows,
  index: number,
  { row, head, height }: Sizes,
  follow: Follow = () => null,
): Standing {
  const id = before.rows.at(index)?.id ?? ''
  const followed = rows.indexOf(id) >= 0 ? id : follow(id)
  const kept = followed === null ? nearest(before.rows, index, rows) : index
  const place = kept === null ? -1 : rows.indexOf(followed ?? before.rows.at(kept)?.id ?? '')
  const now = kept === null ? 0 : place >= 0 ? place : kept
  const moved = kept === null ? 0 : (now - kept) * row
  // Measured from the first row, which is below the empty space.
  const top = before.scrollTop - before.above + moved
  const above = Math.max(0, -top)
  const below = Math.max(0, top + height - (head + rows.length * row))
  return { rows, scrollTop: top + above, above, below: above > 0 ? Math.max(0, below) : below }
}

/** The row, or the nearest remaining one, preferably below. */
function nearest(before: Rows, index: number, rows: Rows): number | null {
  for (let distance = 0; distance < before.length; distance++) {
    for (const at of [index + distance, index - distance]) {
      const id = before.at(at)?.id
      if (id !== undefined && rows.indexOf(id) >= 0) return at
    }
  }
  return null
}
