/** Numbers that a seed decides: the same input for the same seed, everywhere. */
export interface Random {
  /** Returns a whole number below `end`. */
  below(end: number): number
  pick<T>(list: readonly T[]): T
  /** Reports true once in so many times. */
  oneIn(times: number): boolean
}

/** Returns the numbers of a seed: mulberry32, https://github.com/bryc/code/blob/master/jshash/PRNGs.md#mulberry32 */
export function randomOf(seed: number): Random {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (end: number): number => Math.floor(next() * end)
  return {
    below,
    pick: (list) => list[below(list.length)] as (typeof list)[number],
    oneIn: (times) => below(times) === 0,
  }
}
