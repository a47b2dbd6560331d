import type { RefObject } from 'preact'
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Diagnosis } from '../../internal.ts'
import { frameStrings } from '../parts/frame-strings.ts'
import { markdownOf } from '../state/exports.ts'
import { findSelected } from '../state/selection.ts'
import type { Session } from '../state/session.ts'
import type { State } from '../state/state.ts'
import { ListItem, lineId } from './ListItem.tsx'
import { type Item, indexOfSelection, listItems, selectionOf } from './list-items.ts'
import { keyAction } from './list-keys.ts'
import { useViewport } from './use-viewport.ts'
import { offsetsOf, scrollToShow, visibleWindow } from './visible-window.ts'

/** Heights in CSS pixels; panel.css has the same. */
const heightOf = (item: Item): number => (item.type === 'problem' ? 44 : item.level === 2 ? 24 : 42)

export interface ListProps {
  readonly session: Session
  readonly state: State
  /** What the filter leaves. */
  readonly diagnoses: readonly Diagnosis[]
  readonly element: RefObject<HTMLDivElement | null>
}

/** The requests, drawn as far as they are in view. */
export function List({ session, state, diagnoses, element }: ListProps) {
  const { store } = session
  const { selected } = state
  const { grouping, collapsed } = state.list
  const items = useMemo(() => listItems(diagnoses, { grouping, collapsed }), [diagnoses, grouping, collapsed])
  const offsets = useMemo(() => offsetsOf(items, heightOf), [items])
  const { scrollTop, height } = useViewport(element)
  const { start, end, top, total } = visibleWindow(offsets, scrollTop, height)
  const current = indexOfSelection(items, selected)
  const moved = useRef(false)
  const [, redraw] = useState(0)

  const go = (index: number): void => {
    const item = items[index]
    if (item === undefined) return
    moved.current = true
    store.dispatch({ type: 'select', selection: selectionOf(item) })
    redraw((count) => count + 1)
  }
  // Only a move by keyboard scrolls; a new request must not.
  useLayoutEffect(() => {
    const list = element.current
    if (!moved.current || list === null || current < 0) return
    moved.current = false
    list.scrollTop = scrollToShow(offsets, current, list.scrollTop, list.clientHeight)
  })

  const onKeyDown = (event: KeyboardEvent): void => {
    const action = keyAction(event.key, items, current, Math.max(1, Math.floor(height / 24) - 1))
    if (action === null || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    if (action.type === 'go') go(action.index)
    else if (action.type === 'toggle') store.dispatch(action)
    else open()
  }
  const open = (): void => {
    store.dispatch({ type: 'open', opened: true })
    requestAnimationFrame(() => document.getElementById('explanation')?.focus())
  }
  const onCopy = (event: ClipboardEvent): void => {
    const diagnosis = findSelected(diagnoses, selected)
    if (diagnosis === null || String(getSelection()) !== '') return
    event.preventDefault()
    event.clipboardData?.setData('text/plain', markdownOf(diagnosis, false))
  }
  return (
    <div
      ref={element}
      class="list"
      role="tree"
      tabIndex={0}
      aria-label={frameStrings.list}
      aria-activedescendant={current >= start && current < end ? lineId(current) : undefined}
      onKeyDown={onKeyDown}
      onCopy={onCopy}
    >
      <div role="presentation" style={{ height: `${total}px`, paddingTop: `${top}px` }}>
        {items.slice(start, end).map((item, i) => (
          <ListItem
            key={item.type === 'problem' ? `p${item.key}` : item.id}
            item={item}
            index={start + i}
            selected={start + i === current}
            onSelect={() => {
              store.dispatch({ type: 'select', selection: selectionOf(item) })
              store.dispatch({ type: 'open', opened: true })
            }}
            onToggle={(key, closed) => store.dispatch({ type: 'toggle', key, collapsed: closed })}
          />
        ))}
      </div>
    </div>
  )
}
