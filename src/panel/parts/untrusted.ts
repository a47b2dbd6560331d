/** Returns a property of an unchecked value. */
export const field = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? Object.getOwnPropertyDescriptor(value, key)?.value
    : undefined

export const stringIn = (value: unknown, key: string): string => {
  const found = field(value, key)
  return typeof found === 'string' ? found : ''
}

export const numberIn = (value: unknown, key: string): number | null => {
  const found = field(value, key)
  return typeof found === 'number' && Number.isFinite(found) ? found : null
}

export const listIn = (value: unknown, key: string): readonly unknown[] => {
  const found = field(value, key)
  return Array.isArray(found) ? found : []
}

/**
 * Returns at most the first `most` items of a list. In a page's report, lists are objects without a prototype whose keys
 * count from 0.
 */
export const itemsIn = (value: unknown, key: string, most: number): readonly unknown[] => {
  const found = field(value, key)
  if (Array.isArray(found)) return found.slice(0, most)
  const items: unknown[] = []
  for (let i = 0; i < most; i++) {
    const item = field(found, String(i))
    if (item === undefined) break
    items.push(item)
  }
  return items
}
