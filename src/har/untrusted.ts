/**
 * Returns an own property of `value`, undefined where there is none. Inherited names never count: a recording
 * may contain "__proto__" or "constructor" like any other string.
 */
export function own(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
  return (value as Record<string, unknown>)[key]
}

/** Returns whether `value` is an object that is not an array. */
export const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Returns `value` where it is an array, else an empty one. */
export const arrayOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** Returns `value` where it is a string, else ''. */
export const stringOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Returns `value` where it is a string with something in it, else null. */
export const stringOrNull = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null

/** Returns `value` where it is a number from 0 up, else null; writers say "unknown" with -1. */
export const countOrNull = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null

/** Returns what keeps `value` from being a `wanted`, in words. */
export const lacks = (value: unknown, wanted: string): string =>
  value === undefined ? 'missing' : `not ${wanted}`
