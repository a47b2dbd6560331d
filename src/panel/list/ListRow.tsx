import type { ColumnId } from '../parts/column-ids.ts'
import { frameStrings } from '../parts/frame-strings.ts'
import { MiddleText } from '../parts/MiddleText.tsx'
import type { Listed } from '../state/listed.ts'
import { columns } from './columns.ts'
import type { GroupTitle } from './group-titles.ts'
import type { Group } from './groups.ts'
import type { Item } from './items.ts'
import { KindSign } from './KindSign.tsx'
import { diagnosisOf } from './list-items.ts'

export interface ListRowProps {
  readonly item: Item
  readonly index: number
  readonly selected: boolean
  readonly shown: readonly ColumnId[]
  /** Of a problem. */
  readonly title: GroupTitle | null
  /** How many of its requests the panel no longer holds. */
  readonly removed: number
  readonly onSelect: () => void
  readonly onFold: (id: string, folded: boolean) => void
}

export const lineId = (index: number): string => `line-${index}`

/** A row of the list: a problem, equal requests, or one request. */
export function ListRow({ item, index, selected, shown, title, removed, onSelect, onFold }: ListRowProps) {
  const foldable = item.type !== 'exchange'
  const twist = foldable && (
    // For the mouse only: the list has the arrow keys.
    <span
      class={`twist${item.folded ? ' closed' : ''}`}
      aria-hidden="true"
      onClick={(event) => {
        event.stopPropagation()
        onFold(item.id, !item.folded)
      }}
    >
      ▾
    </span>
  )
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table can't be drawn in part
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of a grid are the grid's, not its rows'
    <div
      id={lineId(index)}
      class={`line ${item.type} level-${item.level}${selected ? ' selected' : ''}`}
      role="row"
      tabIndex={-1}
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={selected}
      {...(item.level > 1 || foldable
        ? { 'aria-level': item.level, 'aria-posinset': item.position, 'aria-setsize': item.count }
        : {})}
      {...(foldable ? { 'aria-expanded': !item.folded } : {})}
      onMouseDown={(event) => event.button === 0 && event.preventDefault()}
      onClick={(event) => {
        onSelect()
        event.currentTarget.closest<HTMLElement>('.list')?.focus()
      }}
    >
      {shown.map((column) => {
        if (item.type === 'problem' && column === 'path') return null
        const isTitle = item.type === 'problem' && column === 'method'
        return (
          // biome-ignore lint/a11y/useSemanticElements: as the row
          // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus
          <span
            key={column}
            class={`cell col-${isTitle ? 'reason' : column}${columns[column].numeric ? ' number' : ''}`}
            role="gridcell"
            {...(isTitle ? { 'aria-colspan': 2 } : {})}
          >
            {column === (item.type === 'problem' ? 'method' : 'path') && twist}
            {isTitle ? <Title title={title} /> : <Cell column={column} item={item} removed={removed} />}
          </span>
        )
      })}
    </div>
  )
}

const Title = ({ title }: { readonly title: GroupTitle | null }) => (
  <span class="text" title={[title?.sentence, title?.differs].filter((part) => part).join(' · ')}>
    {title?.title}
    {title?.differs && <span class="differs"> · {title.differs}</span>}
  </span>
)

interface CellProps {
  readonly column: ColumnId
  readonly item: Item
  readonly removed: number
}

function Cell({ column, item, removed }: CellProps) {
  const one = diagnosisOf(item)
  if (column === 'kind') return <KindSign diagnosis={one} />
  if (column === 'path') {
    const path = columns.path.cell(one)
    return item.type === 'repeat' ? (
      <>
        <MiddleText
          text={path.replace(
            /[?#].*/s,
            [item.all[0], ...item.all.slice(-COMPARED)].some(hasOther(path)) ? '?…' : '$&',
          )}
        />
        <span class="times">{frameStrings.times(item.all.length)}</span>
      </>
    ) : (
      <MiddleText text={path} />
    )
  }
  const value = item.type === 'exchange' ? columns[column].cell(one) : ofAll(column, item.all, removed)
  if (column === 'host') return <MiddleText text={value} end={6} />
  return (
    <span class="text" title={value}>
      {value}
    </span>
  )
}

/** Of thousands of requests, only the last few are compared. */
const COMPARED = 50

const hasOther =
  (path: string) =>
  (one: Listed): boolean =>
    columns.path.cell(one) !== path

/** What a column shows for several requests: the number, the last time, or a value that they all share. */
function ofAll(column: ColumnId, all: Group, removed: number): string {
  if (column === 'count') return (all.length + removed).toLocaleString('en')
  if (column === 'time') return columns.time.cell(all.at(-1) ?? all[0])
  if (column === 'duration') return ''
  if (column === 'file') return filesOf(all)
  const [first] = all
  const value = columns[column].cell(first)
  return all.slice(-COMPARED).every((one) => columns[column].cell(one) === value) ? value : ''
}

/** Returns the file of several requests, or the number of files. */
function filesOf(all: Group): string {
  const names = new Set(all.slice(-COMPARED).map(columns.file.cell))
  return names.size === 1 ? columns.file.cell(all[0]) : frameStrings.files(names.size)
}
