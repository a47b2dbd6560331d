import type { Diagnosis, Redaction } from '../internal.ts'
import type { Style } from './style.ts'

/** How a text report is drawn. */
export interface TextOptions {
  readonly style: Style
  readonly redaction: Redaction
  readonly width: number
  /** Which fetches are listed. */
  readonly includes: (diagnosis: Diagnosis) => boolean
  /** Which of them are folded into one line per API. */
  readonly folds: (diagnosis: Diagnosis) => boolean
}
