/**
 * Returns an own property of `value`, or undefined. Inherited properties are ignored: a recording may contain "__proto__"
 * or "constructor" like any other string.
 */
export function own(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  const found = (value as Record<string, unknown>)[key]
  // Most of what is looked for isn't there.
  return found === undefined || Object.hasOwn(value, key) ? found : undefined
}

/** Reports whether `value` is an object but not an array. */
export const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Returns `value` if it's an array, else an empty one. */
export const arrayOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** Returns `value` if it's a string, else ''. */
export const stringOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Returns `value` if it's a non-empty string, else null. */
export const stringOrNull = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null

/** Returns `value` if it's a number of at least 0, else null. Tools write -1 for "unknown". */
export const countOrNull = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null

/** Returns in words why `value` isn't a `wanted`. */
export const lacks = (value: unknown, wanted: string): string =>
  value === undefined ? 'missing' : `not ${wanted}`
