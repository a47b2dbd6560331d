import { readFileSync } from 'node:fs'
import { readHarText } from '../../src/har/read-har.ts'
import { type Diagnosis, type HarEntry, type Recording, redacting } from '../../src/internal.ts'
import { diagnosesOf } from '../diagnoses-of.ts'
import { harText } from '../make-har.ts'

export const options = { engine: null, show: redacting.value }

/** Returns made-up entries as the panel has them: a recording, its entries and what they come to. */
export function diagnosed(entries: readonly object[]): {
  readonly recording: Recording
  readonly entries: readonly HarEntry[]
  readonly diagnoses: readonly Diagnosis[]
} {
  const read = readHarText(harText(entries), 0, 'test.har')
  return { ...read, diagnoses: diagnosesOf(read.recording, read.entries, options) }
}

/** Returns the recording that comes with the tool, read. */
export const sample = () => readHarText(readFileSync('src/cli/sample.har', 'utf8'), 0, 'sample.har')
