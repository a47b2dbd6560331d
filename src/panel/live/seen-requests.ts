/** Of so many requests it's known that they were seen. */
const MOST = 20_000

/** How often each request was seen, by its key: several parallel requests can have the same. */
export interface SeenRequests {
  see(key: string): void
  /** How many keys are known. */
  readonly size: number
  clear(): void
  /** Begins to look through what DevTools holds, meanwhile more may be seen. */
  look(): Look
}

export interface Look {
  /** Reports whether one more request with this key has been seen than before in this look. */
  isSeen(key: string): boolean
  end(): void
}

/** `onForgotten` is called with the key of a request of which it's no longer known whether it was seen. */
export function makeSeenRequests(onForgotten: (key: string) => void): SeenRequests {
  const seen = new Map<string, number>()
  const looks = new Set<Map<string, number>>()
  const add = (counts: Map<string, number>, key: string): void =>
    void counts.set(key, (counts.get(key) ?? 0) + 1)
  return {
    see(key) {
      add(seen, key)
      for (const left of looks) add(left, key)
      if (seen.size <= MOST) return
      const [oldest = key] = seen.keys()
      seen.delete(oldest)
      onForgotten(oldest)
    },
    get size() {
      return seen.size
    },
    clear() {
      seen.clear()
      looks.clear()
    },
    look() {
      const left = new Map(seen)
      looks.add(left)
      return {
        isSeen(key) {
          const count = left.get(key) ?? 0
          if (count > 0) left.set(key, count - 1)
          return count > 0
        },
        end: () => void looks.delete(left),
      }
    },
  }
}
