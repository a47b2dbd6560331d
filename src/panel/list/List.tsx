import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Diagnosis } from '../../internal.ts'
import { frameStrings } from '../parts/frame-strings.ts'
import { Menu, type MenuItem, type MenuPlace } from '../parts/Menu.tsx'
import type { Listed } from '../state/listed.ts'
import type { Session } from '../state/session.ts'
import type { State } from '../state/state.ts'
import { columnLayout } from './column-layout.ts'
import { columnMenu } from './column-menu.ts'
import type { Item } from './items.ts'
import { ListHeader } from './ListHeader.tsx'
import { lineId } from './ListRow.tsx'
import { ListRows } from './ListRows.tsx'
import { diagnosisOf, followIn, indexOfSelection, selectionOf } from './list-items.ts'
import { keyAction } from './list-keys.ts'
import { type ListView, nameOf } from './list-view.ts'
import { longestValues } from './longest-values.ts'
import { useAnchor } from './use-anchor.ts'
import { useNews } from './use-news.ts'
import { ROW, useViewport } from './use-viewport.ts'
import { scrollToShow, visibleWindow } from './visible-window.ts'

export interface ListProps {
  readonly session: Session
  readonly state: State
  readonly view: ListView
  /** The selected request. */
  readonly chosen: Listed | null
  readonly element: RefObject<HTMLDivElement | null>
  /** The menu items of a request. */
  readonly menuOf: (diagnosis: Diagnosis) => readonly (MenuItem | null)[]
  /** Copies the fix of a request, or its explanation. */
  readonly onCopy: (diagnosis: Diagnosis, what: 'snippet' | 'explanation') => void
}

/** The requests as a table, of which only the visible part is drawn. */
export function List({ session, state, view, chosen: selectedOne, element, menuOf, onCopy }: ListProps) {
  const { store } = session
  const { settings, selected } = state
  const { items } = view
  const { grouping, sort } = view.wanted
  const [viewport, look] = useViewport(element)
  const { scrollTop, height, row } = viewport
  const above = useRef<HTMLDivElement>(null)
  const below = useRef<HTMLDivElement>(null)
  const severalFiles = state.sources.filter(({ entries }) => entries > 0).length > 1
  const longest = useMemo(() => longestValues(items), [items])
  const { shown, template } = useMemo(
    () =>
      columnLayout({ ...settings, grouping }, viewport.width, { scale: row / ROW, severalFiles, longest }),
    [grouping, settings.columns, viewport.width, row, severalFiles, JSON.stringify(longest)],
  )
  const current = useMemo(
    () => indexOfSelection(items, selected, selectedOne),
    [items, selected, selectedOne],
  )
  const drawn = useRef(items)
  useEffect(() => {
    drawn.current = items
  })
  const name = nameOf(view)
  useAnchor({
    list: element,
    above,
    below,
    rows: items,
    follow: followIn(items, drawn),
    view: name,
    row,
    current,
    growsAtEnd: grouping === 'time' && sort === null,
    onScroll: look,
  })
  // Below the headers and the empty space that keeps rows in place.
  const top = scrollTop - heightOf(above.current)
  const { start, end } = visibleWindow(items.length, row, top, height - row)
  const news = useNews(items, name, Math.floor(top / row), Math.ceil((top + height - row) / row))

  const moved = useRef(false)
  const [, redraw] = useState(0)
  const go = (index: number): void => {
    const item = items.at(index)
    if (item === undefined) return
    moved.current = true
    store.dispatch({ type: 'select', selection: selectionOf(item) })
    redraw((count) => count + 1)
  }
  // Only keyboard moves scroll; new requests must not.
  useLayoutEffect(() => {
    const list = element.current
    if (!moved.current || list === null || current < 0) return
    moved.current = false
    // The title of a problem stays visible above its requests.
    const covered = items.at(current)?.level === 1 ? 0 : row
    const room = list.clientHeight - row - covered
    const room0 = heightOf(above.current)
    list.scrollTop = scrollToShow(current, row, list.scrollTop - room0 + covered, room) + room0 - covered
  })

  const [menu, setMenu] = useState<{ place: MenuPlace; items: readonly (MenuItem | null)[] } | null>(null)
  const { times, by } = state.list.searched
  const searched = useRef(times)
  useLayoutEffect(() => {
    if (searched.current === times) return
    searched.current = times
    go(Math.max(0, Math.min(items.length - 1, current + by)))
  }, [times])
  const configure = session.configure
  const open = (): void => {
    store.dispatch({ type: 'open', opened: true })
    requestAnimationFrame(() => document.getElementById('explanation')?.focus())
  }
  const chosen = items.at(current)
  const copy = (item: Item, what: 'snippet' | 'explanation'): void =>
    session.withDiagnosis(diagnosisOf(item), (diagnosis) => onCopy(diagnosis, what))
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return
    const action = keyAction(event.key, items, current, Math.max(1, Math.floor(height / row) - 2))
    if (action === null) return
    event.preventDefault()
    if (action.type === 'go') go(action.index)
    else if (action.type === 'fold') store.dispatch(action)
    else if (action.type === 'open') open()
    else if (chosen !== undefined) copy(chosen, 'snippet')
  }
  const openMenu = (event: MouseEvent): void => {
    const line = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null
    const at = line === null ? current : Number(line.dataset['index'])
    const item = items.at(at)
    event.preventDefault()
    if (item === undefined) return
    store.dispatch({ type: 'select', selection: selectionOf(item) })
    const box = (line ?? document.getElementById(lineId(at)))?.getBoundingClientRect()
    const byMouse = line !== null && (event.clientX > 0 || event.clientY > 0)
    const place = byMouse
      ? { left: event.clientX, top: event.clientY }
      : { left: (box?.left ?? 0) + 24 * (row / ROW), top: box?.bottom ?? 0 }
    session.withDiagnosis(diagnosisOf(item), (diagnosis) =>
      setMenu({ place, items: [...menuOf(diagnosis), null, ...foldMenu(item)] }),
    )
  }
  const foldMenu = (item: Item): readonly MenuItem[] => [
    ...(item.type === 'exchange'
      ? []
      : [
          {
            label: item.folded ? frameStrings.unfold : frameStrings.fold,
            run: () => store.dispatch({ type: 'fold', key: item.id, folded: !item.folded }),
          },
        ]),
    { label: frameStrings.foldAll, run: () => store.dispatch({ type: 'fold all', folded: true }) },
    { label: frameStrings.unfoldAll, run: () => store.dispatch({ type: 'fold all', folded: false }) },
  ]
  return (
    <div class="list-frame">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: its role is one of two, both interactive */}
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: both have names */}
      <div
        ref={element}
        class={`list by-${grouping}`}
        role={grouping === 'problem' ? 'treegrid' : 'grid'}
        tabIndex={0}
        aria-label={frameStrings.list}
        aria-rowcount={items.length + 1}
        aria-activedescendant={current >= start && current < end ? lineId(current) : undefined}
        style={{ '--columns': template }}
        onKeyDown={onKeyDown}
        onContextMenu={openMenu}
        onCopy={(event) => {
          if (chosen === undefined || String(getSelection()) !== '') return
          event.preventDefault()
          copy(chosen, 'explanation')
        }}
      >
        <ListHeader
          settings={settings}
          shown={shown}
          onChange={configure}
          onMenu={(place) => setMenu({ place, items: columnMenu(settings, shown, configure) })}
        />
        <div ref={above} role="presentation" />
        <ListRows
          items={items}
          start={start}
          end={end}
          row={row}
          current={current}
          shown={shown}
          removed={state.removed}
          onSelect={(item) => {
            store.dispatch({ type: 'select', selection: selectionOf(item) })
            store.dispatch({ type: 'open', opened: true })
          }}
          onFold={(key, folded) => store.dispatch({ type: 'fold', key, folded })}
        />
        <div ref={below} role="presentation" />
      </div>
      {news.first !== null && (
        <button
          type="button"
          class={`news${news.first * row < top ? ' up' : ''}`}
          title={frameStrings.newsHint}
          onClick={() => {
            if (element.current) element.current.scrollTop = Math.max(0, (news.first ?? 0) * row - row)
          }}
        >
          <span aria-hidden="true">{news.first * row < top ? '↑' : '↓'}</span> {frameStrings.news(news.count)}
        </button>
      )}
      {menu !== null && <Menu label={frameStrings.listMenu} {...menu} onClose={() => setMenu(null)} />}
    </div>
  )
}

/** Returns the height that an element was given, without having the browser lay out the page. */
const heightOf = (element: HTMLElement | null): number => Number.parseFloat(element?.style.height || '0')
