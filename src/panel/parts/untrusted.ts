/** Returns a property of a value that nobody has checked. */
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
