/** Thrown for a text that holds no headers, or a line that is none. Its message never repeats the text. */
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
