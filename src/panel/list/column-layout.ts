import type { ColumnId } from '../parts/column-ids.ts'
import type { Settings } from '../state/settings.ts'
import { columns, columnsFor, fixedColumns } from './columns.ts'
import type { LongestValues } from './longest-values.ts'

/** The drawn columns, and their widths in CSS. */
export interface ColumnLayout {
  readonly shown: readonly ColumnId[]
  readonly template: string
}

/** What the columns have to fit. */
export interface ListContent {
  /** The text size relative to the default. */
  readonly scale: number
  /** With several recordings, each row shows its file. */
  readonly severalFiles: boolean
  readonly longest: LongestValues
}

/**
 * Returns the columns for a width in CSS pixels: the user's choice, and as many others as fit. The path gets the
 * remaining width. Columns that the user hasn't resized are as wide as their values. Whole titles of problems come first:
 * the host is shortened for them, and a single host and the time are left out.
 */
export function columnLayout(
  { grouping, columns: choices }: Pick<Settings, 'grouping' | 'columns'>,
  room: number,
  { scale, severalFiles, longest }: ListContent,
): ColumnLayout {
  const byProblem = grouping === 'problem'
  const chosen = (id: ColumnId): boolean | null => choices[id]?.shown ?? (id === 'file' ? severalFiles : null)
  const widthOf = (id: ColumnId): number => choices[id]?.width ?? fitted(id)
  const fitted = (id: ColumnId): number => {
    const width = columns[id].width * scale
    switch (id) {
      case 'path':
        return leastOfPath(room) * scale
      case 'count':
        return (PADDING + DIGIT * Math.min(7, Math.max(3, longest.count))) * scale
      case 'host': {
        const whole = Math.min(width, (PADDING + CHARACTER * longest.host) * scale)
        return byProblem
          ? Math.max(Math.min(LEAST_HOST * scale, whole), Math.min(whole, beside(LONG_TITLE)))
          : whole
      }
      case 'problem': {
        const whole = (PADDING + CHARACTER * Math.min(LONG_TITLE, longest.title)) * scale
        const most =
          room - (['kind', 'method', 'path', 'time'] as const).reduce((sum, one) => sum + widthOf(one), 0)
        return Math.min(whole, Math.max(width, most))
      }
      default:
        return width
    }
  }
  const titleWidth = (most: number): number => (TWIST + BOLD * Math.min(most, longest.title)) * scale
  /** What whole titles of so many characters at most leave to the host. */
  const beside = (most: number): number =>
    (['kind', 'count', 'time'] as const).reduce(
      (left, id) => (chosen(id) === false ? left : left - widthOf(id)),
      room - titleWidth(most),
    )
  /** Whether titles would be cut for a column. */
  const cutsTitles = (id: ColumnId): boolean =>
    byProblem &&
    ((id === 'host' && widthOf(id) > beside(longest.hosts > 1 ? SHORT_TITLE : LONG_TITLE)) ||
      (id === 'time' && beside(SHORT_TITLE) < 0))
  const inOrder = columnsFor(grouping).toSorted((a, b) => columns[a].order - columns[b].order)
  const taken = new Set(inOrder.filter((id) => fixedColumns.has(id) || chosen(id) === true))
  let left = room - [...taken].reduce((sum, id) => sum + widthOf(id), 0)
  for (const id of inOrder) {
    if (taken.has(id) || chosen(id) === false || cutsTitles(id)) continue
    left -= widthOf(id)
    // A later, narrower column isn't used instead, because the columns would then change with every pixel.
    if (left < (columns[id].order > LAST_NEEDED ? COMFORT * scale : 0)) break
    taken.add(id)
  }
  const shown = columnsFor(grouping).filter((id) => taken.has(id))
  const template = shown
    .map((id) => (id === 'path' ? `minmax(${widthOf(id)}px, 1fr)` : `${Math.round(widthOf(id))}px`))
    .join(' ')
  return { shown, template }
}

/** The padding of a cell, and of that of a title with the sign that unfolds it. */
const PADDING = 8
const TWIST = 20

/** About how wide a digit, a character and a bold one are; measuring them would be slow. */
const DIGIT = 8
const CHARACTER = 6.6
const BOLD = 7.25

/** A title may be shortened to this for other columns, and to the shorter one to tell several hosts apart. */
const LONG_TITLE = 48
const SHORT_TITLE = 40

/** The host's name is legible if as much of it is left. */
const LEAST_HOST = 90

/** Columns after this one are only drawn if the path exceeds its minimum by this much; titles are whole then. */
const LAST_NEEDED = 6
const COMFORT = 130

/** The path, or the title of a problem, gets about a third, but at most a readable width. */
const leastOfPath = (room: number): number => Math.min(columns.path.width, Math.max(110, room * 0.32))
