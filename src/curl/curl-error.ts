/** Thrown for text that isn't a valid curl command. Its message never contains the command. */
export class CurlError extends Error {
  override readonly name = 'CurlError'
  readonly type = 'curl error'
  /** The position in characters, counted from 0. */
  readonly at: number
  /** The line, counted from 1. */
  readonly line: number
  readonly column: number
  readonly reason: string

  constructor(command: string, at: number, reason: string) {
    const before = command.slice(0, at)
    const line = before.split('\n').length
    const column = at - before.lastIndexOf('\n')
    super(`line ${line}, column ${column}: ${reason}`)
    this.at = at
    this.line = line
    this.column = column
    this.reason = reason
  }
}
