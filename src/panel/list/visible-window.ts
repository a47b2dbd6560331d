/** Rows drawn beyond either edge, so that scrolling shows no gap. */
const BEYOND = 8

/** Returns the first row to draw and the one after the last, if `top` pixels are scrolled out of view. */
export function visibleWindow(
  count: number,
  row: number,
  top: number,
  height: number,
): { readonly start: number; readonly end: number } {
  const start = Math.max(0, Math.min(count, Math.floor(top / row)) - BEYOND)
  const end = Math.min(count, Math.max(0, Math.ceil((top + height) / row)) + BEYOND)
  return { start, end: Math.max(start, end) }
}

/** Returns the scroll offset that makes a row visible; the current one if it already is. */
export function scrollToShow(index: number, row: number, scrollTop: number, height: number): number {
  const top = index * row
  if (top < scrollTop) return top
  return top + row > scrollTop + height ? top + row - height : scrollTop
}
