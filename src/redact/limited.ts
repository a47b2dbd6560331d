import { shortened } from '../text/capped.ts'
import type { Limits, Redaction } from './redact-text.ts'

/** How much of a recording is shown by default: as much as people read. */
export const LIMITS: Limits = { characters: 1000, items: 24, lines: 40 }

/** Returns a redaction that also shortens long values. The JSON report isn't limited, because programs read it. */
export const limited = (redaction: Redaction, limits: Limits = LIMITS): Redaction => ({
  url: (url) => shortened(redaction.url(url), limits.characters),
  header: (name, value, side) => shortened(redaction.header(name, value, side), limits.characters),
  value: (value) => shortened(redaction.value(value), limits.characters),
  limits,
})
