import type { Keep } from './keep.ts'

/** How many parts a value may have, so that it's worth to remember them. */
const MOST = 2000
/** How many lists with another item are remembered. */
const MOST_LISTS = 64

/**
 * A value of a chunk that was read, and where its parts are. Other values are mostly written as it is but for a few parts:
 * strings, numbers, and headers in a list.
 */
export class Pattern {
  /** The places before and after the value, and how many marks come before these. */
  start = 0
  startMark = 0
  end = 0
  endMark = 0
  value: unknown
  /** How many parts it has. They are sorted. */
  count = 0
  /** The places before and after each part, and how many marks come before it. */
  readonly starts = new Int32Array(MOST)
  readonly ends = new Int32Array(MOST)
  readonly marks = new Int32Array(MOST)
  /** What is kept of each part; null: it's a header of a list, of which all is kept. */
  readonly keeps: (Keep | null)[] = []
  /** The container that each part is in, and its name or index there. */
  readonly owners: number[] = []
  readonly keys: (string | number)[] = []
  readonly #paths: (string | null)[] = []
  /** For a header of a list: the lists that differ in nothing but that one. */
  readonly lists: (Map<unknown, readonly unknown[]> | null)[] = []
  /** The containers, and the container that each is in, with its name or index there. -1: none. */
  readonly containers: (object | null)[] = []
  readonly outers: number[] = []
  readonly names: (string | number)[] = []
  /** What was left out, and the containers that this depends on. */
  leftOut: Keep['needless'] | null = null
  without = -1
  outside = -1
  /** Whether other values can be compared with it. */
  isUsable = true

  /** A value begins. */
  begin(start: number, startMark: number): void {
    this.start = start
    this.startMark = startMark
    this.count = 0
    this.containers.length = 0
    this.leftOut = null
    this.isUsable = true
  }

  /** Adds a container whose content is read next; returns its number. */
  open(outer: number, name: string | number): number {
    const number = this.containers.length
    this.containers.push(null)
    this.outers[number] = outer
    this.names[number] = name
    return number
  }

  /** Adds a part. */
  add(
    start: number,
    mark: number,
    end: number,
    keep: Keep | null,
    owner: number,
    key: string | number,
  ): void {
    const { count } = this
    if (count === MOST) {
      this.isUsable = false
      return
    }
    this.starts[count] = start
    this.marks[count] = mark
    this.ends[count] = end
    this.keeps[count] = keep
    this.owners[count] = owner
    this.keys[count] = key
    this.lists[count] = null
    this.#paths[count] = null
    this.count++
  }

  /** Returns where a part is: "request.url", "request.headers" for a header. */
  path(part: number): string {
    const known = this.#paths[part] ?? null
    if (known !== null) return known
    const isHeader = this.keeps[part] === null
    const steps: (string | number)[] = isHeader ? [] : [this.keys[part] as string]
    for (let at = this.owners[part] as number; at > 0; at = this.outers[at] as number)
      steps.unshift(this.names[at] as string)
    const path = steps.join('.')
    this.#paths[part] = path
    return path
  }

  /** Remembers a list that differs in nothing but a part. */
  addList(part: number, header: unknown, list: readonly unknown[]): void {
    const lists = this.lists[part] ?? new Map<unknown, readonly unknown[]>()
    this.lists[part] = lists
    if (lists.size < MOST_LISTS) lists.set(header, list)
  }
}
