import type { GeneratorId } from '../index.ts'

/** How an observer says what it found. */
export interface DevOptions {
  /** The kind of server that the fix is written for. Default: the one that the responses show. */
  readonly for?: GeneratorId | undefined
  /** Takes one problem as text. Default: it's printed to standard error. */
  readonly log?: ((text: string) => void) | undefined
  /** Whether the text has colors. Default: if standard error is a terminal, unless `NO_COLOR` is set. */
  readonly color?: boolean | undefined
}
