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

const ONE = (): number => 1

/** Returns what `map` makes of each item, each of which may take long, with a chance to pause after each. */
export function* mapOneByOne<T, U>(items: Iterable<T>, map: (item: T) => U): InSteps<U[]> {
  const result: U[] = []
  for (const item of items) {
    result.push(map(item))
    yield
  }
  return result
}

/**
 * Returns what `map` makes of each item, with a chance to pause after every few of them; `weightOf` returns how many cheap
 * things an item is worth.
 */
export function* mapInSteps<T, U>(
  items: Iterable<T>,
  map: (item: T, i: number) => U,
  weightOf: (item: T) => number = ONE,
): InSteps<U[]> {
  const result: U[] = []
  let weight = 0
  // The iterator of a list that long would take as much as the work.
  const list = Array.isArray(items) ? (items as readonly T[]) : [...items]
  for (let i = 0; i < list.length; i++) {
    const item = list[i] as T
    result.push(map(item, i))
    weight += weightOf(item)
    if (weight < STEP) continue
    weight = 0
    yield
  }
  return result
}
