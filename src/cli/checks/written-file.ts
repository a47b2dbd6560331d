import type { Format } from '../format.ts'

/** A file that gets results in a format, beside standard output. */
export interface WrittenFile {
  readonly format: Format
  readonly path: string
}
