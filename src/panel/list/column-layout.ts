import type { ColumnId } from '../parts/column-ids.ts'
import type { Settings } from '../state/settings.ts'
import { columns, columnsFor, fixedColumns } from './columns.ts'

/** The columns that are drawn, and how wide, as CSS takes it. */
export interface ColumnLayout {
  readonly shown: readonly ColumnId[]
  readonly template: string
}

/**
 * Returns the columns for a width in CSS pixels: those that users chose, and of the others as many as there is room for. The
 * path takes what is left. `scale` is how much larger than usual the text is. Of several recordings each row says its file.
 */
export function columnLayout(
  { grouping, columns: choices }: Pick<Settings, 'grouping' | 'columns'>,
  room: number,
  scale: number,
  severalFiles = false,
): ColumnLayout {
  const widthOf = (id: ColumnId): number =>
    id === 'path' ? leastOfPath(room) * scale : (choices[id]?.width ?? columns[id].width * scale)
  const inOrder = columnsFor(grouping).toSorted((a, b) => columns[a].order - columns[b].order)
  const chosen = (id: ColumnId): boolean | null => choices[id]?.shown ?? (id === 'file' ? severalFiles : null)
  const wanted = (id: ColumnId): boolean => fixedColumns.has(id) || chosen(id) === true
  const taken = new Set(inOrder.filter(wanted))
  let left = room - [...taken].reduce((sum, id) => sum + widthOf(id), 0)
  for (const id of inOrder) {
    if (taken.has(id) || chosen(id) === false) continue
    left -= widthOf(id)
    // A narrower one after it doesn't jump the queue: which columns there are would change with every pixel.
    if (left < (columns[id].order > LAST_NEEDED ? COMFORT * scale : 0)) break
    taken.add(id)
  }
  const shown = columnsFor(grouping).filter((id) => taken.has(id))
  const template = shown
    .map((id) => (id === 'path' ? `minmax(${widthOf(id)}px, 1fr)` : `${widthOf(id)}px`))
    .join(' ')
  return { shown, template }
}

/** Columns after this one are drawn only where the path has so much more than its least. */
const LAST_NEEDED = 6
const COMFORT = 130

/** The path, or the title of a problem, has about a third, but it needn't be wider than it's read with ease. */
const leastOfPath = (room: number): number => Math.min(columns.path.width, Math.max(110, room * 0.32))
