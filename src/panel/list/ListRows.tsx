import type { ComponentChildren } from 'preact'
import { useMemo } from 'preact/hooks'
import type { ColumnId } from '../parts/column-ids.ts'
import type { RemovedRequests } from '../state/removed-requests.ts'
import { keyOf } from '../state/selection.ts'
import { type GroupTitle, groupTitles } from './group-titles.ts'
import type { Group } from './groups.ts'
import type { Item, Items } from './items.ts'
import { ListRow } from './ListRow.tsx'

export interface ListRowsProps {
  readonly items: Items
  /** The rows to draw. */
  readonly start: number
  readonly end: number
  /** The height of each, in CSS pixels. */
  readonly row: number
  readonly current: number
  readonly shown: readonly ColumnId[]
  readonly removed: RemovedRequests
  readonly onSelect: (item: Item) => void
  readonly onFold: (id: string, folded: boolean) => void
}

/**
 * The visible rows, in boxes with the height of all their rows. Each problem is a box, so that its title stays visible as
 * long as any of its requests is.
 */
export function ListRows({
  items,
  start,
  end,
  row,
  current,
  shown,
  removed,
  onSelect,
  onFold,
}: ListRowsProps) {
  const hasHost = shown.includes('host')
  const titles = useMemo(() => groupTitles(items.problems, hasHost), [items, hasHost])
  const line = (index: number, title: GroupTitle | null = null) => {
    const item = items.at(index)
    return (
      item && (
        <ListRow
          key={item.id}
          item={item}
          index={index}
          selected={index === current}
          shown={shown}
          title={title}
          removed={item.type === 'problem' ? (removed.get(keyOf(item.all[0]))?.count ?? 0) : 0}
          onSelect={() => onSelect(item)}
          onFold={onFold}
        />
      )
    )
  }
  const lines = (from: number, to: number) =>
    Array.from({ length: Math.max(0, to - from) }, (_, i) => line(from + i))
  if (items.at(0)?.type !== 'problem')
    return (
      <Box lines={items.length} before={start} row={row}>
        {lines(start, end)}
      </Box>
    )
  const boxes: ComponentChildren[] = []
  const begin = items.at(start)?.group ?? 0
  for (let at = begin; at < end; ) {
    const item = items.at(at)
    if (item?.type !== 'problem') break
    const after = endOf(items, at)
    const from = Math.max(at + 1, start)
    boxes.push(
      <Box key={item.id} lines={after - at} before={0} row={row}>
        {line(at, titleOf(titles, item.all))}
        <div role="presentation" style={{ height: `${(from - at - 1) * row}px` }} />
        {lines(from, Math.min(end, after))}
      </Box>,
    )
    at = after
  }
  return (
    <Box lines={items.length} before={begin} row={row}>
      {boxes}
    </Box>
  )
}

const titleOf = (titles: ReadonlyMap<Group, GroupTitle>, all: Group): GroupTitle | null =>
  titles.get(all) ?? null

/** The row after the last one of a problem. */
function endOf(items: Items, problem: number): number {
  let end = problem + 1
  while (end < items.length && items.at(end)?.group === problem) end++
  return end
}

interface BoxProps {
  readonly lines: number
  readonly before: number
  readonly row: number
  readonly children: ComponentChildren
}

const Box = ({ lines, before, row, children }: BoxProps) => (
  <div role="presentation" style={{ height: `${lines * row}px`, paddingTop: `${before * row}px` }}>
    {children}
  </div>
)
