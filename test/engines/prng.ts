/** A source of repeatable choices: the same seed gives the same choices, on every machine. */
export interface Choices {
  /** Returns an integer in [0, limit). */
  readonly below: (limit: number) => number
  /** Returns true so often: `chance(0.3)` in three of ten cases. */
  readonly chance: (probability: number) => boolean
  readonly pick: <T>(items: readonly T[]) => T
  /** Picks by weight: `weighted([[7, 'usual'], [1, 'odd']])`. */
  readonly weighted: <T>(items: readonly (readonly [weight: number, item: T])[]) => T
  /** Returns up to `count` different items, in random order. */
  readonly some: <T>(items: readonly T[], count: number) => T[]
}

/** Returns the choices of a seed (mulberry32, a public-domain 32-bit generator by Tommy Ettinger). */
export function choicesOf(seed: number): Choices {
  let state = seed >>> 0
  const random = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(random() * limit)
  const pick = <T>(items: readonly T[]): T => {
    if (items.length === 0) throw new RangeError('Nothing to pick from')
    return items[below(items.length)] as T
  }
  const weighted = <T>(items: readonly (readonly [number, T])[]): T => {
    let left = random() * items.reduce((sum, [weight]) => sum + weight, 0)
    for (const [weight, item] of items) {
      left -= weight
      if (left < 0) return item
    }
    return pick(items)[1]
  }
  const some = <T>(items: readonly T[], count: number): T[] => {
    const rest = [...items]
    const chosen: T[] = []
    while (chosen.length < count && rest.length > 0) chosen.push(...rest.splice(below(rest.length), 1))
    return chosen
  }
  return { below, chance: (probability) => random() < probability, pick, weighted, some }
}
