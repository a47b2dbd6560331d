/** What can't be merged: the place in the file, and why. */
export class MergeError extends Error {
  constructor(line: number, reason: string) {
    super(`line ${line}: ${reason}`)
    this.name = 'MergeError'
  }
}
