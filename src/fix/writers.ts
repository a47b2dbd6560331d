import type { Generator } from './generators/generator.ts'
import { type GeneratorId, generators } from './generators/index.ts'
import { type SettingId, settings } from './settings/index.ts'

/** Everything that configuration can be written for: servers, then products and dev servers with a setting. */
export const writers: readonly Generator[] = [...generators, ...settings]

/** Returns the writer for a value of `--for`, or null. */
export const writerNamed = (id: string | null): Generator | null =>
  writers.find((writer) => writer.id === id) ?? null

/** The value for `--for`. */
export type WriterId = GeneratorId | SettingId
