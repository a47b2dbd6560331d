/** Of so many members of an object it's remembered where they are. */
const MOST = 40

/** An object of a chunk, and where its members are: the next one is mostly written the same for the most part. */
export class KnownObject {
  /** The number of the chunk: in another, the places mean nothing. */
  chunk = -1
  count = 0
  /** The places before and after each member, and how many marks come before these. */
  readonly starts = new Int32Array(MOST)
  readonly startMarks = new Int32Array(MOST)
  readonly ends = new Int32Array(MOST)
  readonly endMarks = new Int32Array(MOST)
  /** What is kept of each member, and as what; null: nothing. Undefined: that depends on other members. */
  readonly names: (string | null | undefined)[] = []
  readonly values: unknown[] = []

  begin(): void {
    this.chunk = -1
    this.count = 0
  }

  /** Remembers a member, if there aren't too many. */
  add(start: number, startMark: number, end: number, endMark: number): number {
    const { count } = this
    if (count === MOST) return -1
    this.starts[count] = start
    this.startMarks[count] = startMark
    this.ends[count] = end
    this.endMarks[count] = endMark
    return this.count++
  }
}
