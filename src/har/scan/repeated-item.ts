/** What was made of an item, or of a list, when it was first read. */
export const MADE = Symbol('made')

/** An item, or a list, that represents all equal ones; no property of it that JSON has tells so. */
export interface RepeatedItem {
  [MADE]: unknown
}

/** Reports whether an item, or a list, may be met again as the same object. */
export const mayRecur = (item: unknown): item is RepeatedItem =>
  typeof item === 'object' && item !== null && MADE in item
