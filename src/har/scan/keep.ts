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
  /** Whether strings of this kind hardly recur. */
  readonly unique?: boolean
  /** Whether lists of this kind mostly have the same items, which then may be the same objects. All are kept. */
  readonly repeats?: boolean
  /**
   * Whether the value may be left out, given the object that it's a member of and the object around that one: an entry whose
   * other members say so doesn't need it.
   */
  readonly needless?: (around: object, outer: object) => boolean
  /** Whether what is kept depends on the object around: something in it may be {@link needless}. */
  readonly dependsOnOuter?: boolean
  /** The name under which the value is reported as soon as it begins. */
  readonly place?: string
  /** Whether the kept parts of the value are reported as soon as it ends. */
  readonly captured?: boolean
}

/** What is kept of a member. */
export interface Member {
  readonly name: Uint8Array
  readonly text: string
  readonly keep: Keep
}

/** Members by a hash of their names' UTF-8 bytes, so that most names needn't be decoded. */
export type Members = ReadonlyMap<number, readonly Member[]>

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
  const byHash = new Map<number, Member[]>()
  for (const [text, keep] of Object.entries(members)) {
    const name = new TextEncoder().encode(text)
    const hash = hashOf(name, 0, name.length)
    byHash.set(hash, [...(byHash.get(hash) ?? []), { name, text, keep }])
  }
  return byHash
}

/** Returns the member whose name is `bytes` from `start` to `end`, if it's kept. */
export function keepOf(members: Members, bytes: Uint8Array, start: number, end: number): Member | null {
  const same = members.get(hashOf(bytes, start, end))
  if (same !== undefined) for (const member of same) if (isSame(member.name, bytes, start, end)) return member
  return null
}

/** Its length and three of its bytes tell the names of a HAR apart. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  const middle = bytes[start + ((end - start) >> 1)] as number
  return (
    ((((end - start) & 0xff) * 31 + (bytes[start] as number)) * 31 + middle) * 31 + (bytes[end - 1] as number)
  )
}

function isSame(name: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (name.length !== end - start) return false
  for (let i = 0; i < name.length; i++) if (name[i] !== bytes[start + i]) return false
  return true
}
