import { readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { HarFile } from '../src/har/har-file.ts'
import { readHarText } from '../src/har/read-har.ts'

/** The paths of all recordings of the tests. */
export const recordingPaths: readonly string[] = [
  'test/recordings',
  'test/oracle/recordings',
  'test/field/recordings',
].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /\.har(\.gz)?$/.test(name))
    .map((name) => `${folder}/${name}`),
)

/** Reads a recording of the tests. */
export function readRecording(path: string): HarFile {
  const file = readFileSync(path)
  return readHarText((path.endsWith('.gz') ? gunzipSync(file) : file).toString('utf8'), 0, path)
}
