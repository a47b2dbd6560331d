import type { ColumnId } from '../parts/column-ids.ts'
import type { Settings } from '../state/settings.ts'
import { columns, columnsFor, fixedColumns } from './columns.ts'

/** The drawn columns, and their widths in CSS. */
export interface ColumnLayout {
  readonly shown: readonly ColumnId[]
  readonly template: string
}

/**
 * Returns the columns for a width in CSS pixels: the user's choice, and as many others as fit. The path gets the
 * remaining width. `scale` is the text size relative to the default. With several recordings, each row shows its file.
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
    // A later, narrower column isn't used instead, because the columns would then change with every pixel.
    if (left < (columns[id].order > LAST_NEEDED ? COMFORT * scale : 0)) break
    taken.add(id)
  }
  const shown = columnsFor(grouping).filter((id) => taken.has(id))
  const template = shown
    .map((id) => (id === 'path' ? `minmax(${widthOf(id)}px, 1fr)` : `${widthOf(id)}px`))
    .join(' ')
  return { shown, template }
}

/** Columns after this one are only drawn if the path exceeds its minimum by this much. */
const LAST_NEEDED = 6
const COMFORT = 130

/** The path, or the title of a problem, gets about a third, but at most a readable width. */
const leastOfPath = (room: number): number => Math.min(columns.path.width, Math.max(110, room * 0.32))
