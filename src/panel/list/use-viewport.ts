import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useState } from 'preact/hooks'

/** The visible part of a list, in CSS pixels. */
export interface Viewport {
  readonly scrollTop: number
  readonly height: number
  readonly width: number
  /** The height of a row, which grows with the text size. */
  readonly row: number
}

/** Row height at the default text size; list.css has the same. */
export const ROW = 21

/** Returns the visible part of a list, with a rerender when it changes, and a function that measures it at once. */
export function useViewport(element: RefObject<HTMLElement | null>): readonly [Viewport, () => void] {
  const [viewport, setViewport] = useState<Viewport>({ scrollTop: 0, height: 600, width: 540, row: ROW })
  const read = (): void => {
    const { current } = element
    if (current === null) return
    const { scrollTop, clientHeight: height, clientWidth: width } = current
    const row = current.querySelector<HTMLElement>('.head')?.offsetHeight || ROW
    setViewport((old) =>
      old.scrollTop === scrollTop && old.height === height && old.width === width && old.row === row
        ? old
        : { scrollTop, height, width, row },
    )
  }
  useLayoutEffect(read, [])
  useEffect(() => {
    const { current } = element
    if (current === null) return
    const observer = new ResizeObserver(read)
    observer.observe(current)
    const head = current.querySelector('.head')
    if (head !== null) observer.observe(head)
    current.addEventListener('scroll', read, { passive: true })
    return () => {
      observer.disconnect()
      current.removeEventListener('scroll', read)
    }
  }, [])
  return [viewport, read]
}
