import { type ColumnId, columnIds } from '../parts/column-ids.ts'
import { frameStrings } from '../parts/frame-strings.ts'
import { redaction } from '../parts/redaction.ts'
import { pathAndQueryOf } from '../parts/short-url.ts'
import { strings } from '../parts/strings.ts'
import { fileOf, type Listed } from '../state/listed.ts'
import { briefOf, rowFacts, timeOfDay } from '../state/row-facts.ts'
import { rankOf } from '../state/verdict-kind.ts'

/** A column of the list: its header, its cells, and its sort key. */
export interface Column {
  readonly title: string
  readonly numeric: boolean
  /** In CSS pixels; for the path, the minimum. */
  readonly width: number
  /** If space is limited, columns with a smaller number are kept. */
  readonly order: number
  /** The grouping that has the column; null: both. */
  readonly only: 'problem' | 'time' | null
  cell(diagnosis: Listed): string
  sortKey(diagnosis: Listed): string | number
}

const words = frameStrings.columns
const text = { numeric: false, only: null } as const

export const columns: Readonly<Record<ColumnId, Column>> = {
  kind: { ...text, title: words.kind, width: 24, order: 0, cell: () => '', sortKey: rankOf },
  method: {
    ...text,
    title: words.method,
    width: 62,
    order: 1,
    cell: (one) => redaction.value(rowFacts(one).method),
    sortKey: (one) => rowFacts(one).method,
  },
  path: {
    ...text,
    title: words.path,
    width: 170,
    order: 2,
    cell: (one) => pathAndQueryOf(redaction.url(rowFacts(one).url)),
    sortKey: (one) => rowFacts(one).path,
  },
  problem: {
    ...text,
    only: 'time',
    title: words.problem,
    width: 240,
    order: 5,
    cell: briefOf,
    sortKey: briefOf,
  },
  host: {
    ...text,
    title: words.host,
    width: 140,
    order: 6,
    cell: (one) => redaction.value(rowFacts(one).host),
    sortKey: (one) => rowFacts(one).host,
  },
  file: {
    ...text,
    title: words.file,
    width: 110,
    order: 11,
    cell: (one) => redaction.value(fileOf(one)),
    sortKey: (one) => fileOf(one),
  },
  status: {
    title: words.status,
    numeric: true,
    only: null,
    width: 46,
    order: 7,
    cell: (one) => String(rowFacts(one).status ?? strings.nothing),
    sortKey: (one) => rowFacts(one).status ?? -1,
  },
  type: {
    ...text,
    title: words.type,
    width: 62,
    order: 9,
    cell: (one) => redaction.value(rowFacts(one).type),
    sortKey: (one) => rowFacts(one).type,
  },
  initiator: {
    ...text,
    title: words.initiator,
    width: 120,
    order: 8,
    cell: (one) => redaction.value(rowFacts(one).initiator),
    sortKey: (one) => rowFacts(one).initiator,
  },
  count: {
    title: words.count,
    numeric: true,
    only: 'problem',
    width: 38,
    order: 3,
    cell: () => '',
    sortKey: () => 1,
  },
  time: {
    title: words.time,
    numeric: true,
    only: null,
    width: 62,
    order: 4,
    cell: (one) => timeOfDay(rowFacts(one).started),
    sortKey: (one) => rowFacts(one).started ?? 0,
  },
  duration: {
    title: words.duration,
    numeric: true,
    only: null,
    width: 58,
    order: 10,
    cell: (one) => {
      const { duration } = rowFacts(one)
      return duration === null ? '' : strings.milliseconds(duration)
    },
    sortKey: (one) => rowFacts(one).duration ?? -1,
  },
}

/** Columns that can't be hidden, because a row would be meaningless without them. */
export const fixedColumns: ReadonlySet<ColumnId> = new Set(['kind', 'method', 'path'])

/** Returns the columns of a grouping, in order. */
export const columnsFor = (grouping: 'problem' | 'time'): readonly ColumnId[] =>
  columnIds.filter((id) => columns[id].only === null || columns[id].only === grouping)
