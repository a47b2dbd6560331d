import { useRef, useState } from 'preact/hooks'
import type { ColumnId } from '../parts/column-ids.ts'
import { frameStrings } from '../parts/frame-strings.ts'
import type { MenuPlace } from '../parts/Menu.tsx'
import { clampWidth, type Settings } from '../state/settings.ts'
import { columns } from './columns.ts'
import { nextSort } from './sorting.ts'

export interface ListHeaderProps {
  readonly settings: Settings
  readonly shown: readonly ColumnId[]
  readonly onChange: (change: Partial<Settings>) => void
  /** Opens the menu of the columns. */
  readonly onMenu: (place: MenuPlace) => void
}

/** How far an arrow key moves a column's edge, in CSS pixels. */
const STEP = 10

/**
 * The column headers: click to sort, drag the edge to resize, hide by menu. They are one tab stop: the arrow keys go from
 * header to header and down to the list, and resize with Shift.
 */
export function ListHeader({ settings, shown, onChange, onMenu }: ListHeaderProps) {
  const [stop, setStop] = useState<ColumnId>('kind')
  const row = useRef<HTMLDivElement>(null)
  const { sort } = settings

  /** The path column gets the remaining width, so its edge resizes the next column. */
  const resize = (id: ColumnId, by: number): void => {
    const isPath = id === 'path'
    const target = isPath ? shown[shown.indexOf(id) + 1] : id
    const cell = row.current?.querySelector<HTMLElement>(`[data-column=${target}]`)
    if (target === undefined || !cell) return
    const old = settings.columns[target]
    const width = clampWidth(cell.offsetWidth + (isPath ? -by : by))
    onChange({ columns: { ...settings.columns, [target]: { shown: old?.shown ?? null, width } } })
  }
  const startPulling =
    (id: ColumnId) =>
    (event: PointerEvent): void => {
      const grip = event.currentTarget
      if (!(grip instanceof HTMLElement) || event.button !== 0) return
      event.preventDefault()
      grip.setPointerCapture(event.pointerId)
      let from = event.clientX
      grip.onpointermove = ({ clientX }) => {
        latest.current(id, clientX - from)
        from = clientX
      }
      grip.onlostpointercapture = () => {
        grip.onpointermove = null
      }
    }
  // While an edge is dragged, the settings change.
  const latest = useRef(resize)
  latest.current = resize

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') {
      event.preventDefault()
      row.current?.closest<HTMLElement>('.list')?.focus()
    }
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    if (event.shiftKey) {
      resize(stop, by * STEP)
      return
    }
    const next = shown[shown.indexOf(stop) + by] ?? stop
    setStop(next)
    row.current?.querySelector<HTMLElement>(`[data-column=${next}] button`)?.focus()
  }
  const current = shown.includes(stop) ? stop : 'kind'
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table can't be drawn in part
    // biome-ignore lint/a11y/useFocusableInteractive: its titles are buttons
    <div
      ref={row}
      class="line head"
      role="row"
      aria-rowindex={1}
      onKeyDown={onKeyDown}
      onContextMenu={(event) => {
        event.preventDefault()
        event.stopPropagation()
        const { left, bottom } = event.currentTarget.getBoundingClientRect()
        onMenu({ left: event.clientX || left, top: event.clientY || bottom })
      }}
    >
      {shown.map((id) => {
        const { title, numeric } = columns[id]
        const isSorted = sort?.column === id
        return (
          // biome-ignore lint/a11y/useSemanticElements: as the row
          // biome-ignore lint/a11y/useFocusableInteractive: its button is
          <span
            key={id}
            class={`cell col-${id}${numeric ? ' number' : ''}`}
            role="columnheader"
            data-column={id}
            aria-sort={isSorted ? (sort.descending ? 'descending' : 'ascending') : 'none'}
          >
            <button
              type="button"
              tabIndex={id === current ? 0 : -1}
              title={`${frameStrings.columnHints[id] ?? title}. ${frameStrings.sortHint}`}
              aria-label={title}
              onFocus={() => setStop(id)}
              onClick={() => onChange({ sort: nextSort(sort, id) })}
            >
              {id !== 'kind' && title}
              {isSorted && <span aria-hidden="true">{sort.descending ? '▾' : '▴'}</span>}
            </button>
            {id !== 'kind' && <span class="grip" aria-hidden="true" onPointerDown={startPulling(id)} />}
          </span>
        )
      })}
    </div>
  )
}
