import { shortened } from '../text/capped.ts'
import type { Limits, Redaction } from './redact-text.ts'

/** How much of a recording is shown unless somebody asks for all of it: as much as one reads. */
export const LIMITS: Limits = { characters: 1000, items: 24, lines: 40 }

/** Returns a redaction that also shortens what is too long to be read; the JSON report, which programs read, isn't limited. */
export const limited = (redaction: Redaction, limits: Limits = LIMITS): Redaction => ({
  url: (url) => shortened(redaction.url(url), limits.characters),
  header: (name, value, side) => shortened(redaction.header(name, value, side), limits.characters),
  value: (value) => shortened(redaction.value(value), limits.characters),
  limits,
})
