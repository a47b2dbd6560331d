import type { Redaction, SectionId } from '../internal.ts'
import type { Listing } from './numbered-problems.ts'
import type { Style } from './style.ts'

/** How a text report is drawn. */
export interface TextOptions extends Listing {
  readonly style: Style
  readonly redaction: Redaction
  readonly width: number
  /** Columns for a line of the list: all of a wide terminal. */
  readonly listWidth: number
  /** Only these sections of each explanation, without the command that comes next. Default: all. */
  readonly sections?: readonly SectionId[]
}
