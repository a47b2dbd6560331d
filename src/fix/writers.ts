import type { Generator } from './generators/generator.ts'
import { type GeneratorId, generators } from './generators/index.ts'
import { type SettingId, settings } from './settings/index.ts'

/** Everything that configuration can be written for: servers, then products and dev servers that have a setting. */
export const writers: readonly Generator[] = [...generators, ...settings]

/** Returns what writes configuration for this word after `--for`, or null if nothing does. */
export const writerNamed = (id: string | null): Generator | null =>
  writers.find((writer) => writer.id === id) ?? null

/** The word after `--for`. */
export type WriterId = GeneratorId | SettingId
