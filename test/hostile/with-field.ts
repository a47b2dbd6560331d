/** Returns an entry with another value at a path of field names, `request.url`. */
export function withField(entry: object, path: string, value: unknown): object {
  const [first = '', ...rest] = path.split('.')
  const inner = (entry as Record<string, unknown>)[first]
  const changed = rest.length === 0 ? value : withField((inner ?? {}) as object, rest.join('.'), value)
  // `__proto__` becomes a field of its own, as JSON.parse makes it.
  const copy = { ...entry }
  Object.defineProperty(copy, first, { value: changed, enumerable: true, configurable: true, writable: true })
  return copy
}
