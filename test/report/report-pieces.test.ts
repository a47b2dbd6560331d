import { describe, expect, it } from 'vitest'
import { diagnose } from '../../src/diagnose.ts'
import { readHarText } from '../../src/har/read-har.ts'
import { redactionFor } from '../../src/redact/redaction-for.ts'
import { reportLines, reportPieces } from '../../src/report/report-pieces.ts'
import { toReport } from '../../src/report/to-report.ts'
import { recording, whycors } from '../cli/run-whycors.ts'
import { chromeEntry, harText } from '../make-har.ts'

const examinedOf = (text: string) => {
  const { entries, ...read } = readHarText(text, 0, 'a.har')
  const redaction = redactionFor(false)
  const diagnoses = diagnose(read.recording, entries, { engine: null, show: redaction.value })
  return [{ ...read, entries: entries.length, diagnoses }]
}
const options = (listed: boolean) => ({
  version: '1',
  redaction: redactionFor(false),
  includes: () => listed,
})

describe('a report in pieces', () => {
  it.each([
    ['many fetches', recording('chromium-live'), true],
    ['no fetch', recording('chromium-live'), false],
    ['one fetch', harText([chromeEntry({ error: 'net::ERR_FAILED' })]), true],
  ])('is the JSON text of the report with %s', (_, text, listed) => {
    const report = toReport(examinedOf(text), options(listed))
    const pieces = [...reportPieces(examinedOf(text), options(listed))]
    expect(pieces.join('')).toBe(`${JSON.stringify(report, null, 2)}\n`)
    // One for each fetch, and what stands around them.
    expect(pieces).toHaveLength(report.exchanges.length + 2)
  })

  it('has a fetch in each line, and the rest in the last', () => {
    const text = recording('chromium-live')
    const { exchanges, ...rest } = toReport(examinedOf(text), options(true))
    const lines = [...reportLines(examinedOf(text), options(true))]
    expect(lines.map((line) => JSON.parse(line))).toEqual([...exchanges, rest])
    for (const line of lines) expect(line.indexOf('\n')).toBe(line.length - 1)
  })

  it('is what the command line prints with --format ndjson', async () => {
    const { code, out } = await whycors(['--format', 'ndjson', 'a.har'], {
      'a.har': recording('chromium-live'),
    })
    expect(code).toBe(1)
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.slice(0, -1).every(({ verdict }) => typeof verdict === 'string')).toBe(true)
    expect(lines.at(-1)).toMatchObject({
      format: 1,
      sources: [{ file: 'a.har' }],
      policies: expect.any(Array),
    })
  })
})
