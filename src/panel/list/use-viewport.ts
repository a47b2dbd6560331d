import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useState } from 'preact/hooks'

/** What of a list is in view, in CSS pixels. */
export interface Viewport {
  readonly scrollTop: number
  readonly height: number
  readonly width: number
  /** The height of a row: larger text makes it higher. */
  readonly row: number
}

/** Row height at the usual text size; list.css has the same. */
export const ROW = 21

/** Returns what of a list is in view, and draws again when that changes; the second is how to look at once. */
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
  useLayoutEffect(read)
  useEffect(() => {
    const { current } = element
    if (current === null) return
    const observer = new ResizeObserver(read)
    observer.observe(current)
    current.addEventListener('scroll', read, { passive: true })
    return () => {
      observer.disconnect()
      current.removeEventListener('scroll', read)
    }
  }, [])
  return [viewport, read]
}
