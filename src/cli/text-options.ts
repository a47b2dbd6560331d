import type { Redaction, SectionId } from '../internal.ts'
import type { Listing } from './numbered-problems.ts'
import type { Style } from './style.ts'

/** The layout of a text report. */
export interface TextOptions extends Listing {
  readonly style: Style
  readonly redaction: Redaction
  readonly width: number
  /** The width of list lines, in columns: the whole terminal. */
  readonly listWidth: number
  /** Only these sections of each explanation, without the next command. Default: all. */
  readonly sections?: readonly SectionId[]
}
