/**
 * Returns a value in which evidence names other entries, as `numbers` lists them, and everything else is the same object
 * as before.
 */
export function renumbered<T>(value: T, numbers: ReadonlyMap<number, number>): T {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value
    let changed: unknown[] | null = null
    for (let i = 0; i < items.length; i++) {
      const item = items[i]
      if (typeof item !== 'object' || item === null) continue
      const other = renumbered(item, numbers)
      if (other === item) continue
      changed ??= [...items]
      changed[i] = other
    }
    return (changed ?? value) as T
  }
  if (!isPlain(value)) return value
  let changed: object | null = null
  for (const [key, item] of Object.entries(value)) {
    const other: unknown =
      key === ENTRY && typeof item === 'number' ? (numbers.get(item) ?? item) : renumbered(item, numbers)
    if (other !== item) changed = { ...(changed ?? value), [key]: other }
  }
  return (changed ?? value) as T
}

/** The property of `Evidence` that names an entry. */
const ENTRY = 'entry'

/**
 * Reports whether {@link renumbered} reaches all places of a value that depend on the numbers: they are neither in its
 * words nor in properties that aren't evidence, and it consists of nothing but lists, records and simple values.
 */
export function isRenumerable(value: unknown, numbers: ReadonlyMap<number, number>, depth = 0): boolean {
  if (typeof value === 'number') return !numbers.has(value)
  if (typeof value === 'string')
    return ![...numbers.keys()].some((number) => value.includes(`${Math.abs(number)}`))
  if (typeof value !== 'object' || value === null) return typeof value !== 'function'
  if (depth > DEEPEST) return false
  if (Array.isArray(value)) return value.every((item) => isRenumerable(item, numbers, depth + 1))
  if (!isPlain(value)) return false
  return Object.entries(value).every(
    ([key, item]) =>
      (key === ENTRY && typeof item === 'number') ||
      // The rule that explains a failed check is the same for all.
      (key === 'rule' && typeof item === 'object') ||
      isRenumerable(item, numbers, depth + 1),
  )
}

const DEEPEST = 16

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
