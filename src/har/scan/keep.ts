/** What a scan keeps of a value. Everything else is checked for its syntax and dropped. */
export interface Keep {
  /**
   * `nothing` · `all` · `beginning`: the first characters of a string, and only the type of any other value · `parts`:
   * the members of an object, or the items of a list, that are named here.
   */
  readonly take: 'nothing' | 'all' | 'beginning' | 'parts'
  /**
   * How many items of a list (default: all) or UTF-16 code units of a string (default: just enough to see that it's a
   * string).
   */
  readonly most?: number
  /** What is appended to a string that is cut, in plain ASCII. */
  readonly mark?: string
  /** The members of an object that are kept, by name. */
  readonly members?: Members
  /** Which parts of each list item are kept. */
  readonly items?: Keep
  /** The name under which the value is reported as soon as it begins. */
  readonly place?: string
  /** Whether the kept parts of the value are reported as soon as it ends. */
  readonly captured?: boolean
}

/** Members by the hash of their names' UTF-8 bytes, so that most names needn't be decoded. */
export type Members = ReadonlyMap<number, readonly { readonly name: Uint8Array; readonly keep: Keep }[]>

export const NOTHING: Keep = { take: 'nothing' }
export const ALL: Keep = { take: 'all' }

/** Returns a rule that keeps the first `most` UTF-16 code units of a string, and appends a mark if there are more. */
export const beginning = (most: number, mark = ''): Keep => ({ take: 'beginning', most, mark })

/** Returns a rule that keeps the named members of an object. */
export const parts = (members: Readonly<Record<string, Keep>>): Keep => ({
  take: 'parts',
  members: membersOf(members),
})

/** Returns a rule that keeps the first `most` items of a list. */
export const listOf = (items: Keep, most = Number.POSITIVE_INFINITY): Keep => ({ take: 'parts', items, most })

/** Returns {@link Members} for names in plain notation. */
export function membersOf(members: Readonly<Record<string, Keep>>): Members {
  const byHash = new Map<number, { name: Uint8Array; keep: Keep }[]>()
  for (const [key, keep] of Object.entries(members)) {
    const name = new TextEncoder().encode(key)
    const hash = hashOf(name, 0, name.length)
    byHash.set(hash, [...(byHash.get(hash) ?? []), { name, keep }])
  }
  return byHash
}

/** Returns the rule for the member whose name is `bytes` from `start` to `end`. */
export function keepOf(members: Members, bytes: Uint8Array, start: number, end: number): Keep {
  for (const { name, keep } of members.get(hashOf(bytes, start, end)) ?? [])
    if (isSame(name, bytes, start, end)) return keep
  return NOTHING
}

function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + (bytes[i] as number)) | 0
  return hash
}

function isSame(name: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (name.length !== end - start) return false
  for (let i = 0; i < name.length; i++) if (name[i] !== bytes[start + i]) return false
  return true
}
