/** Thrown for a file that is not JSON text, or is cut off. */
export class HarSyntaxError extends Error {
  override readonly name = 'HarSyntaxError'
  readonly type = 'har syntax error'
  /** The byte at which reading stopped, counted from 0; the length of the file if it ends too early. */
  readonly byteOffset: number
  readonly reason: string
  /** Whether the file ends too early but is valid up to its end. */
  readonly isCutOff: boolean

  constructor(byteOffset: number, reason: string, isCutOff = false) {
    super(`byte ${byteOffset}: ${reason}`)
    this.byteOffset = byteOffset
    this.reason = reason
    this.isCutOff = isCutOff
  }
}

/** Thrown for a file that is JSON, but not a HAR. */
export class HarFormatError extends Error {
  override readonly name = 'HarFormatError'
  readonly type = 'har format error'
  /** The path of the value that is wrong: "log.entries". */
  readonly place: string
  readonly reason: string

  constructor(place: string, reason: string) {
    super(`${place}: ${reason}`)
    this.place = place
    this.reason = reason
  }
}
