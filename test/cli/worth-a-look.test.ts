import { expect, test } from 'vitest'
import { chromeEntry, harText } from '../make-har.ts'
import { whycors } from './run-whycors.ts'

const ECHO = { 'Access-Control-Allow-Origin': 'https://app.example' }
const of = (...entries: readonly object[]) => ({ 'a.har': harText(entries) })
const hidden = chromeEntry({ response: { ...ECHO, 'X-Total-Count': '7' } })
const fine = chromeEntry({
  response: { ...ECHO, 'X-Total-Count': '7', 'Access-Control-Expose-Headers': 'X-Total-Count' },
})

test.each(['text', 'markdown'])(
  'a header that script can’t read is named without --all, and exit code 0 (%s)',
  async (format) => {
    const { code, out } = await whycors(['--format', format, 'a.har'], of(hidden, hidden))
    expect(code).toBe(0)
    expect(out.replaceAll('`', '')).toMatch(
      /Also check[\s\S]*https:\/\/api\.test, 2 requests: Script can't read X-Total-Count/,
    )
  },
)

test('one that it can read isn’t', async () => {
  const { out } = await whycors(['a.har'], of(fine))
  expect(out).not.toContain('Also check')
})

test('with --all it stands with its request alone', async () => {
  const { out } = await whycors(['--all', 'a.har'], of(hidden))
  expect(out).toContain('Warnings')
  expect(out).not.toContain('Also check')
})
