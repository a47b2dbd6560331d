/** A wrong use of the command line, with one sentence that names what is wrong. */
export interface UsageError {
  readonly usageError: string
}
