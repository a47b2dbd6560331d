import type { GeneratorId } from '../index.ts'

/** The options for an observer's output. */
export interface DevOptions {
  /** The kind of server that the fix is written for. Default: the one recognized from the responses. */
  readonly for?: GeneratorId | undefined
  /** Called with each problem as text. Default: prints to standard error. */
  readonly log?: ((text: string) => void) | undefined
  /** Whether the text has colors. Default: yes if standard error is a terminal and `NO_COLOR` isn't set. */
  readonly color?: boolean | undefined
}
