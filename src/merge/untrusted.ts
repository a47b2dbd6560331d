/** Reports whether a value has members. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Returns a member that is a list; an empty list if it isn't one. */
export function listIn(value: Readonly<Record<string, unknown>>, name: string): readonly unknown[] {
  const member = value[name]
  return Array.isArray(member) ? member : []
}

/** Returns a member that is a string, or null. */
export function stringIn(value: Readonly<Record<string, unknown>>, name: string): string | null {
  const member = value[name]
  return typeof member === 'string' ? member : null
}

/** Returns a list's strings. */
export const stringsIn = (list: readonly unknown[]): readonly string[] =>
  list.filter((one) => typeof one === 'string')
