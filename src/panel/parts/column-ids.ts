/** The columns of the list, in order. */
export const columnIds = [
  'kind',
  'method',
  'path',
  'problem',
  'host',
  'file',
  'status',
  'type',
  'initiator',
  'count',
  'time',
  'duration',
] as const

export type ColumnId = (typeof columnIds)[number]
