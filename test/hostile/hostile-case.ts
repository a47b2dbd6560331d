/** A recording that somebody made to do harm, or that no browser would make. */
export interface HostileCase {
  /** What it has. */
  readonly what: string
  readonly har: () => string
  /** What the text report says of it, on either stream. */
  readonly says: RegExp
  /** What no output may hold. */
  readonly never?: readonly string[]
}
