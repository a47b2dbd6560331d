import { expect, test } from 'vitest'
import { readHarText } from '../../src/har/read-har.ts'
import { diagnosesOf } from '../diagnoses-of.ts'
import { chromeEntry, chromePreflight, harText } from '../make-har.ts'

/** Milliseconds that a refused request with so many header names takes, the best of a few. */
function took(count: number): number {
  const asks = Array.from({ length: count }, (_, i) => `x-name-${i}`).join(',')
  const { recording, entries } = readHarText(
    harText([
      chromePreflight({
        asks,
        method: 'PUT',
        response: { 'Access-Control-Allow-Origin': 'https://app.example' },
      }),
      chromeEntry({ method: 'PUT', status: 0, error: 'net::ERR_FAILED' }),
    ]),
    0,
    'a.har',
  )
  const times = Array.from({ length: 3 }, () => {
    const start = performance.now()
    diagnosesOf(recording, entries, { engine: null, show: (value) => value })
    return performance.now() - start
  })
  return Math.min(...times)
}

test('a page that sends thousands of header names takes time in proportion', { retry: 3 }, () => {
  took(200)
  // Eight times as many: 8 is linear, 64 is quadratic.
  expect(took(8000) / took(1000)).toBeLessThan(24)
})
