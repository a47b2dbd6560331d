/**
 * Returns the index of the first item for which `isSo` holds, or the length if there is none. Precondition: it holds for
 * every item after the first one for which it does, as in a list sorted by what it compares.
 */
export function firstIndex<T>(sorted: readonly T[], isSo: (item: T) => boolean): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isSo(sorted[middle] as T)) high = middle
    else low = middle + 1
  }
  return low
}
