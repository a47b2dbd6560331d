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
  /** null: not by problem. */
  readonly longest: LongestValues | null
}

/**
 * Returns the columns for a width in CSS pixels: the user's choice, and as many others as fit. The path gets the
 * remaining width. The host and the number are as wide as their values unless the user has resized them; whole titles
 * come first, so the host is shortened for them, and a single host is left out.
 */
export function columnLayout(
  { grouping, columns: choices }: Pick<Settings, 'grouping' | 'columns'>,
  room: number,
  { scale, severalFiles, longest }: ListContent,
): ColumnLayout {
  const chosen = (id: ColumnId): boolean | null => choices[id]?.shown ?? (id === 'file' ? severalFiles : null)
  const widthOf = (id: ColumnId): number => {
    const width = columns[id].width * scale
    if (id === 'path') return leastOfPath(room) * scale
    return choices[id]?.width ?? (longest === null ? width : fitted(id, width, longest))
  }
  const fitted = (id: ColumnId, width: number, { host, count }: LongestValues): number => {
    if (id === 'count') return (8 + DIGIT * Math.min(7, Math.max(3, count))) * scale
    if (id !== 'host') return width
    const whole = Math.min(width, (8 + CHARACTER * host) * scale)
    return Math.max(Math.min(LEAST_HOST * scale, whole), Math.min(whole, beside(LONG_TITLE)))
  }
  const titleWidth = (most: number): number =>
    longest === null ? 0 : (TWIST + BOLD * Math.min(most, longest.title)) * scale
  /** The width that the host has beside whole titles of so many characters at most. */
  const beside = (most: number): number =>
    (['kind', 'count', 'time'] as const).reduce(
      (left, id) => (chosen(id) === false ? left : left - widthOf(id)),
      room - titleWidth(most),
    )
  const inOrder = columnsFor(grouping).toSorted((a, b) => columns[a].order - columns[b].order)
  const taken = new Set(inOrder.filter((id) => fixedColumns.has(id) || chosen(id) === true))
  let left = room - [...taken].reduce((sum, id) => sum + widthOf(id), 0)
  for (const id of inOrder) {
    if (taken.has(id) || chosen(id) === false) continue
    if (
      id === 'host' &&
      longest !== null &&
      widthOf(id) > beside(longest.hosts > 1 ? SHORT_TITLE : LONG_TITLE)
    )
      continue
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

/** About how wide a digit, a character and a bold one are; measuring them would be slow. */
const DIGIT = 8
const CHARACTER = 6.6
const BOLD = 7.1

/** The sign that unfolds a title, and the cell's padding. */
const TWIST = 20

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
