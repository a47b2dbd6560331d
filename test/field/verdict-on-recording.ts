import { readFileSync } from 'node:fs'
import { type Diagnosis, diagnose } from '../../src/diagnose.ts'
import { readHarText } from '../../src/har/read-har.ts'

/** Returns what we say of each fetch of a recording in `recordings/`, in the order in which they started. */
export function diagnosesOf(name: string): readonly Diagnosis[] {
  const text = readFileSync(new URL(`./recordings/${name}.har`, import.meta.url), 'utf8')
  const { recording, entries } = readHarText(text, 0, name)
  return diagnose(recording, entries, { engine: null, show: (value) => value })
}
