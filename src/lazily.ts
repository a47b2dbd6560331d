/** Returns an object whose properties are computed once, when they are first read. */
export function lazily<T extends object>(makers: { readonly [Name in keyof T]: () => T[Name] }): T {
  const made = {}
  for (const [name, make] of Object.entries(makers) as [string, () => unknown][]) {
    Object.defineProperty(made, name, {
      enumerable: true,
      configurable: true,
      get() {
        const value = make()
        Object.defineProperty(made, name, { enumerable: true, value })
        return value
      },
    })
  }
  return made as T
}
