/** Numbers for lists of texts: equal lists have the same number, so that each is searched once. */
export interface Numbering {
  /** Returns the number of a list, which grows with each list that is new. The first is 1. */
  numberOf(values: readonly string[]): number
  /** Returns the number of a list with a single text, or 0 if it has none. */
  find(value: string): number
  /** Returns the texts with a number, and the same in lowercase. */
  valuesOf(number: number): readonly string[]
  lowerOf(number: number): readonly string[]
  /** The largest number. */
  readonly last: number
}

export function makeNumbering(): Numbering {
  const single = new Map<string, number>()
  const several = new Map<string, number>()
  const lists: (readonly string[])[] = [NONE]
  const lower: (readonly string[])[] = [NONE]
  return {
    numberOf(values) {
      const [only] = values
      const isSingle = only !== undefined && values.length === 1
      const [known, key] = isSingle ? [single, only] : [several, JSON.stringify(values)]
      const found = known.get(key)
      if (found !== undefined) return found
      const number = lists.push(values) - 1
      lower.push(isLower(values) ? values : values.map((value) => value.toLowerCase()))
      known.set(key, number)
      return number
    },
    find: (value) => single.get(value) ?? 0,
    valuesOf: (number) => lists[number] ?? NONE,
    lowerOf: (number) => lower[number] ?? NONE,
    get last() {
      return lists.length - 1
    },
  }
}

const NONE: readonly string[] = []

const isLower = (values: readonly string[]): boolean => values.every((value) => value === value.toLowerCase())
