/**
 * Work in small steps, between which the caller may let something else run. A whole recording takes seconds, and a panel
 * must not be blocked for that long.
 */
export type InSteps<T> = Generator<void, T, void>

/** Does all the work at once and returns its result. */
export function atOnce<T>(work: InSteps<T>): T {
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
  }
}

/** Works until `isTime` reports that it has to pause, at least one step. Returns the result once it's there, else null. */
export function advance<T>(work: InSteps<T>, isTime: () => boolean): { readonly value: T } | null {
  do {
    const step = work.next()
    if (step.done === true) return { value: step.value }
  } while (!isTime())
  return null
}

/** How many cheap items make one step. */
const STEP = 64

/** Returns what `map` makes of each item, each of which may take long, with a chance to pause after each. */
export function* mapOneByOne<T, U>(items: Iterable<T>, map: (item: T) => U): InSteps<U[]> {
  const result: U[] = []
  for (const item of items) {
    result.push(map(item))
    yield
  }
  return result
}

/** Returns what `map` makes of each item, with a chance to pause after every few of them. */
export function* mapInSteps<T, U>(items: Iterable<T>, map: (item: T, i: number) => U): InSteps<U[]> {
  const result: U[] = []
  // The iterator of a list that long would take as much as the work.
  const list = Array.isArray(items) ? (items as readonly T[]) : [...items]
  for (let start = 0; start < list.length; start += STEP) {
    if (start > 0) yield
    mapSome(list, start, map, result)
  }
  return result
}

/** Adds what `map` makes of the items of one step. Most of the work is done here, for code that can't pause is sooner fast. */
function mapSome<T, U>(list: readonly T[], start: number, map: (item: T, i: number) => U, result: U[]): void {
  const end = Math.min(start + STEP, list.length)
  for (let i = start; i < end; i++) result.push(map(list[i] as T, i))
}

/** Returns what {@link mapInSteps} does; `weightOf` returns how many cheap things an item is worth. */
export function* mapWeighedInSteps<T, U>(
  items: readonly T[],
  map: (item: T, i: number) => U,
  weightOf: (item: T) => number,
): InSteps<U[]> {
  const result: U[] = []
  let weight = 0
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as T
    result.push(map(item, i))
    weight += weightOf(item)
    if (weight < STEP) continue
    weight = 0
    yield
  }
  return result
}
