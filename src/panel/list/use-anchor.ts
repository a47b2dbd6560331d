import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { anchored, type Follow, type Rows, type Standing } from './anchor.ts'

export interface AnchorOptions {
  readonly list: RefObject<HTMLElement | null>
  /** The empty space above and below the rows. */
  readonly above: RefObject<HTMLElement | null>
  readonly below: RefObject<HTMLElement | null>
  readonly rows: Rows
  readonly follow: Follow
  /** Identifies the list by tab, filter and order. A different list begins at the top. */
  readonly view: string
  readonly row: number
  /** The selected row, or -1. */
  readonly current: number
  /** Whether new rows are appended and the end is in view. */
  readonly growsAtEnd: boolean
  /** Called when it has scrolled. */
  readonly onScroll: () => void
}

/**
 * Keeps one row in place while others come and go: the one under the mouse, else the selected one while the list has the
 * focus, else the first visible one if the list is scrolled.
 */
export function useAnchor(options: AnchorOptions): void {
  const { list, rows, view, row } = options
  const pointer = useRef<number | null>(null)
  const before = useRef<{ readonly standing: Standing; readonly view: string } | null>(null)
  const latest = useRef(options)
  latest.current = options
  const isNew = before.current?.view !== view || before.current.standing.rows !== rows
  // Read before the new rows are drawn, because fewer rows can make the browser scroll.
  const scrollTop = isNew ? (list.current?.scrollTop ?? 0) : 0

  function stand({ scrollTop, above, below }: Standing): void {
    const { current } = list
    if (current === null) return
    if (options.above.current) options.above.current.style.height = `${above}px`
    if (options.below.current) options.below.current.style.height = `${below}px`
    if (current.scrollTop !== scrollTop) current.scrollTop = scrollTop
    latest.current.onScroll()
  }

  useLayoutEffect(() => {
    const { current } = list
    const old = before.current
    if (current === null || !isNew) return
    const was = { ...(old?.standing ?? { rows, above: 0, below: 0 }), scrollTop }
    let now: Standing = { rows, scrollTop: old?.view === view ? scrollTop : 0, above: 0, below: 0 }
    if (old?.view === view) {
      const height = current.clientHeight
      const end = row + was.above + was.rows.length * row
      const atEnd = options.growsAtEnd && pointer.current === null && scrollTop + height >= end - 2
      const index = atEnd ? null : held(current, was)
      if (index !== null) now = anchored(was, rows, index, { row, head: row, height }, options.follow)
      else if (atEnd) now = { ...now, scrollTop: Math.max(0, row + rows.length * row - height) }
    }
    before.current = { standing: now, view }
    stand(now)
  })

  /** The row that has to stay in place. */
  function held(current: HTMLElement, was: Standing): number | null {
    const { row } = options
    if (was.rows.length === 0) return null
    const lineAt = (y: number): number =>
      Math.max(0, Math.min(was.rows.length - 1, Math.floor((was.scrollTop + y - row - was.above) / row)))
    if (pointer.current !== null)
      return lineAt(Math.max(row, pointer.current - current.getBoundingClientRect().top))
    const selected = selectedBefore.current
    const top = row + was.above + selected * row - was.scrollTop
    if (selected >= 0 && document.activeElement === current && top >= 0 && top < current.clientHeight)
      return selected
    return was.scrollTop > 0 ? lineAt(row) : null
  }
  const selectedBefore = useRef(-1)
  useLayoutEffect(() => {
    selectedBefore.current = options.current
  })

  useEffect(() => {
    const { current } = list
    if (current === null) return
    const move = ({ clientY }: PointerEvent): void => {
      pointer.current = clientY
    }
    const leave = (): void => {
      pointer.current = null
      const old = before.current
      if (old === null || (old.standing.above === 0 && old.standing.below === 0)) return
      // The empty space isn't needed any more.
      const scrollTop = Math.max(0, current.scrollTop - old.standing.above)
      const standing = { ...old.standing, scrollTop, above: 0, below: 0 }
      before.current = { ...old, standing }
      stand(standing)
    }
    current.addEventListener('pointermove', move)
    current.addEventListener('pointerenter', move)
    current.addEventListener('pointerleave', leave)
    return () => {
      current.removeEventListener('pointermove', move)
      current.removeEventListener('pointerenter', move)
      current.removeEventListener('pointerleave', leave)
    }
  }, [])
}
