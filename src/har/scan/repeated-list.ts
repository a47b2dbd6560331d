/** What was made of a list when it was first met again. */
export const MADE = Symbol('made')

/** A list that represents all equal ones; nothing that JSON or a comparison reads of it tells so. */
export interface RepeatedList {
  [MADE]: unknown
}

/** Marks a list as one that is met again as the same object. */
export function recurs(list: object): void {
  if (!mayRecur(list)) Object.defineProperty(list, MADE, { value: null, writable: true })
}

/** Reports whether a list is met again as the same object. */
export const mayRecur = (list: unknown): list is RepeatedList =>
  typeof list === 'object' && list !== null && MADE in list
