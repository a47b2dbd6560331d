import { readFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { whycors } from './run-whycors.ts'

const sample = readFileSync('src/cli/sample.har')

test('the recordings in a ZIP archive are explained as if they were named one by one', async () => {
  const zip = zipSync({ 'one.har': sample, 'trace/two.har': sample, 'page.png': strToU8('x') })
  const packed = await whycors(['explain', '--format', 'json', 'a.zip'], { 'a.zip': zip })
  const plain = await whycors(['explain', '--format', 'json', 'one.har', 'two.har'], {
    'one.har': sample,
    'two.har': sample,
  })
  const report = JSON.parse(packed.out)
  expect(packed.code).toBe(plain.code)
  expect(report.exchanges).toEqual(JSON.parse(plain.out).exchanges)
  expect(report.sources.map(({ file }: { file: string }) => file)).toEqual([
    'a.zip/one.har',
    'a.zip/trace/two.har',
  ])
})

test.each([
  ['a PNG image', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
  ['an HTML page', strToU8('<!doctype html>')],
])('a file that is %s is called so', async (kind, file) => {
  const { code, err } = await whycors(['explain', 'a.har'], { 'a.har': file })
  expect(code).toBe(2)
  expect(err).toContain(`this is ${kind}, not a recording in HAR format`)
})

test('of several recordings in an archive, the one that is none is named', async () => {
  const zip = zipSync({ 'one.har': sample, 'trace/other.har': strToU8('{"a":1}') })
  for (const operand of ['a.zip', '-']) {
    const { code, err } = await whycors(['explain', operand], { [operand]: zip })
    expect(code).toBe(2)
    const name = operand === '-' ? 'standard input' : operand
    expect(err).toBe(`whycors: ${name}/trace/other.har: not a HAR file (log: missing)\n`)
  }
})

test('an archive without a recording, and one that is cut off, are one line and exit with 2', async () => {
  for (const file of [zipSync({ 'a.txt': strToU8('x') }), zipSync({ 'a.har': sample }).subarray(0, 500)]) {
    const { code, err } = await whycors(['explain', 'a.zip'], { 'a.zip': file })
    expect(code).toBe(2)
    expect(err).toMatch(/^whycors: a\.zip: [^\n]+\n$/)
  }
})
