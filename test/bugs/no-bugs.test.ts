import { readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readHarText } from '../../src/har/read-har.ts'
import { diagnosesOf } from '../diagnoses-of.ts'

const folders = ['recordings', 'oracle/recordings'].map((name) => new URL(`../${name}/`, import.meta.url))
const files = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => /\.har(\.gz)?$/.test(file))
    .map((file) => ({ file, url: new URL(file, folder) })),
)

const textOf = (url: URL): string => {
  const bytes = readFileSync(url)
  return (url.pathname.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}

test('there are recordings', () => expect(files.length).toBeGreaterThan(5))

test.each(files)('$file is diagnosed without a bug', ({ file, url }) => {
  const { recording, entries } = readHarText(textOf(url), 0, file)
  const diagnoses = diagnosesOf(recording, entries, { engine: null, show: (value) => value })
  expect(diagnoses.length).toBeGreaterThan(0)
})
