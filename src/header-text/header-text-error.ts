/** Thrown for text without headers, or a line that isn't a header. Its message never contains the text. */
export class HeaderTextError extends Error {
  override readonly name = 'HeaderTextError'
  readonly type = 'header text error'
  /** Counted from 1. */
  readonly line: number
  readonly reason: string

  constructor(line: number, reason: string) {
    super(`line ${line}: ${reason}`)
    this.line = line
    this.reason = reason
  }
}
