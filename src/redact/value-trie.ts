/** A trie of values to find in texts, in pieces of a few characters, so that a text is read once whatever their number. */
export interface ValueTrie {
  /** Adds a value of at least {@link SHORTEST} characters. Reports whether it's new. */
  add(value: string, mark: number): boolean
  /** Returns the end and the mark of the longest value that begins at a position, or null. */
  longestAt(text: string, at: number): Match | null
}

export interface Match {
  readonly end: number
  readonly mark: number
}

/** The minimum length of a value. */
export const SHORTEST = 6

interface Node {
  readonly next: Map<string, Node>
  /** The rests of values that are shorter than a piece. */
  readonly tails: Map<string, number>
}

const emptyNode = (): Node => ({ next: new Map(), tails: new Map() })

/** Returns an empty trie. */
export function valueTrie(): ValueTrie {
  const root = emptyNode()
  /** The beginnings of all values, by a sum of three characters, so that most positions of a text are skipped at once. */
  const beginnings = new Uint8Array(1 << 16)
  return {
    add(value, mark) {
      let node = root
      let at = 0
      for (; at + SHORTEST <= value.length; at += SHORTEST) {
        const piece = value.slice(at, at + SHORTEST)
        const next = node.next.get(piece) ?? emptyNode()
        node.next.set(piece, next)
        node = next
      }
      const tail = value.slice(at)
      const old = node.tails.get(tail)
      if (old !== undefined && (old & mark) === mark) return false
      node.tails.set(tail, (old ?? 0) | mark)
      beginnings[sumAt(value, 0)] = 1
      return true
    },
    longestAt(text, start) {
      if (beginnings[sumAt(text, start)] === 0) return null
      let found: Match | null = null
      let node = root.next.get(text.slice(start, start + SHORTEST))
      for (let at = start + SHORTEST; node !== undefined; at += SHORTEST) {
        found = longestTail(text, at, node.tails) ?? found
        node = node.next.get(text.slice(at, at + SHORTEST))
      }
      return found
    },
  }
}

const sumAt = (text: string, at: number): number =>
  (text.charCodeAt(at) * 961 + text.charCodeAt(at + 1) * 31 + text.charCodeAt(at + 2)) & 0xffff

function longestTail(text: string, at: number, tails: ReadonlyMap<string, number>): Match | null {
  if (tails.size === 0) return null
  for (let length = SHORTEST - 1; length >= 0; length--) {
    const mark = tails.get(text.slice(at, at + length))
    if (mark !== undefined && at + length <= text.length) return { end: at + length, mark }
  }
  return null
}
