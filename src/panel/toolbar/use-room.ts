import type { RefObject } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'

/** What fits into the toolbar. */
export interface Room {
  /** Whether the tabs stand side by side; else they are one list to choose from. */
  readonly tabs: boolean
  readonly tools: number
}

/** The least that the filter is left, and what stands beside the tools: gaps and the edges, in CSS pixels. */
const FILTER = 84
const AROUND = 34

/**
 * Returns what fits into the toolbar beside the buttons on its left. `tabs` is the measure of the tabs, drawn out of sight; `content`
 * changes when they do.
 */
export function useRoom(
  bar: RefObject<HTMLElement | null>,
  tabs: RefObject<HTMLElement | null>,
  left: number,
  tools: number,
  content: string,
): Room {
  const [room, setRoom] = useState<Room>({ tabs: true, tools })
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
      // Where not all fit, one place is for the menu of the others.
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

/** The width of the tabs as a list to choose from, at the usual text size. */
const SELECT = 96
