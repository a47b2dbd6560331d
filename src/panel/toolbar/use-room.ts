import type { RefObject } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'

/** What fits into the toolbar. */
export interface Room {
  /** Whether the tabs are side by side; otherwise they are a drop-down list. */
  readonly tabs: boolean
  readonly tools: number
}

/** The minimum width of the filter, and the gaps and edges around the tools, in CSS pixels. */
const FILTER = 84
const AROUND = 34

/**
 * Returns what fits into the toolbar next to the buttons on its left. `tabs` is an invisible copy of the tabs for
 * measuring; `content` changes when they do.
 */
export function useRoom(
  bar: RefObject<HTMLElement | null>,
  tabs: RefObject<HTMLElement | null>,
  left: number,
  tools: number,
  content: string,
): Room {
  // The least comes first: DevTools draw the panel in a frame that has its own width only later.
  const [room, setRoom] = useState<Room>({ tabs: false, tools: 0 })
  useLayoutEffect(() => {
    const { current } = bar
    if (current === null) return
    const measure = (): void => {
      const button = (current.querySelector<HTMLElement>('button.tool')?.offsetWidth ?? 24) + 2
      const fits = (middle: number): number =>
        Math.floor((current.clientWidth - AROUND - FILTER - middle) / button) - left
      const wide = fits(tabs.current?.offsetWidth ?? 0)
      const isWide = wide >= 1
      const count = isWide ? wide : fits(SELECT * (button / 26))
      // If not all fit, one place is for the overflow menu.
      const now = { tabs: isWide, tools: count >= tools ? tools : Math.max(0, count - 1) }
      setRoom((old) => (old.tabs === now.tabs && old.tools === now.tools ? old : now))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(current)
    return () => observer.disconnect()
  }, [left, tools, content])
  return room
}

/** The width of the tabs as a drop-down list, at the default text size. */
const SELECT = 96
