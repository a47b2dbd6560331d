import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Report } from '../../src/internal.ts'
import { waysAt } from '../../src/start/demo/ways.ts'
import { samplePlaces } from '../demo/sample-demo.ts'
import { whycors } from './run-whycors.ts'

const text = readFileSync(new URL('../../src/cli/sample.har', import.meta.url), 'utf8')
const report = async (): Promise<Report> => {
  const { out } = await whycors(['explain', '--sample', '--all', '--format', 'json'], { 'sample.har': text })
  return JSON.parse(out) as Report
}

test('the sample is small, and shows nothing of how it was made', () => {
  expect(text.length).toBeLessThan(120_000)
  expect(text).not.toMatch(/Headless|pptr:|localhost|\/tmp\//)
})

test('each request of the sample is explained as the demo that it was recorded from expects', async () => {
  const ways = waysAt(samplePlaces)
  for (const { url, verdict, engines } of (await report()).exchanges) {
    const way = ways.find(({ calls }) => calls.some(({ to, path }) => samplePlaces[to] + path === url))
    const last = way?.calls.at(-1)
    const expected = last && samplePlaces[last.to] + last.path === url ? (way?.chromium ?? null) : null
    const failsOtherwise = expected?.startsWith('net::') ?? false
    expect([url, verdict, engines.chromium.codes]).toEqual([
      url,
      expected === null ? 'shared' : failsOtherwise ? 'unexplained' : 'blocked',
      expected === null || failsOtherwise ? [] : [expected],
    ])
  }
})

test('the sample shows many kinds of blocked requests, some shared ones, and one that failed otherwise', async () => {
  const { exchanges } = await report()
  const count = (type: string) => exchanges.filter(({ verdict }) => verdict === type).length
  expect([count('blocked'), count('shared'), count('unexplained')]).toEqual([10, 3, 1])
  const rules = exchanges.flatMap(({ causes }) => causes.map(({ rule }) => rule))
  expect(new Set(rules).size).toBeGreaterThanOrEqual(8)
})
