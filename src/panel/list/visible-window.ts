/** Which lines of a long list are drawn, and where. */
export interface VisibleWindow {
  /** First line to draw, and the one after the last. */
  readonly start: number
  readonly end: number
  /** Pixels above the first drawn line, and of the whole list. */
  readonly top: number
  readonly total: number
}

/** Lines drawn beyond either edge, so that scrolling shows no gap. */
const BEYOND = 8

/** Returns where each line begins; one number more than there are lines. */
export function offsetsOf<T>(items: readonly T[], heightOf: (item: T) => number): readonly number[] {
  const offsets = [0]
  let top = 0
  for (const item of items) {
    top += heightOf(item)
    offsets.push(top)
  }
  return offsets
}

/** Returns which lines a viewport of `height` pixels shows when it is scrolled by `scrollTop`. */
export function visibleWindow(offsets: readonly number[], scrollTop: number, height: number): VisibleWindow {
  const count = Math.max(0, offsets.length - 1)
  const total = offsets[count] ?? 0
  const start = Math.max(0, lineAt(offsets, Math.max(0, scrollTop)) - BEYOND)
  const end = Math.min(count, lineAt(offsets, scrollTop + height) + 1 + BEYOND)
  return { start, end, top: offsets[start] ?? 0, total }
}

/** The line that a pixel lies on, by bisection. */
function lineAt(offsets: readonly number[], pixel: number): number {
  let low = 0
  let high = Math.max(0, offsets.length - 2)
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((offsets[middle] ?? 0) <= pixel) low = middle
    else high = middle - 1
  }
  return low
}

/** Returns how far to scroll so that a line is in view; the present position where it already is. */
export function scrollToShow(
  offsets: readonly number[],
  index: number,
  scrollTop: number,
  height: number,
): number {
  const top = offsets[index] ?? 0
  const bottom = offsets[index + 1] ?? top
  if (top < scrollTop) return top
  return bottom > scrollTop + height ? bottom - height : scrollTop
}
