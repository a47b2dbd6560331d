/** Thrown for a list of checks that can't be read, with the place and the reason. */
export class ChecksError extends Error {
  override readonly name = 'ChecksError'
  readonly type = 'checks error'
  /** From 1; null if the file as a whole is meant. */
  readonly place: Place | null
  readonly reason: string

  constructor(place: Place | null, reason: string) {
    super(place === null ? reason : `${place.line}:${place.column}: ${reason}`)
    this.place = place
    this.reason = reason
  }
}

/** A place in a text; both numbers begin at 1. */
export interface Place {
  readonly line: number
  readonly column: number
}
