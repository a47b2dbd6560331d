import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { waitFor } from '../../src/start/chromium/wait-for.ts'
import type { Way } from '../../src/start/demo/way.ts'
import { namedWays, waysAt } from '../../src/start/demo/ways.ts'
import { pressWay } from '../demo/press-way.ts'
import { errorOfWay } from './error-of-way.ts'
import { type OpenedPanel, openPanel } from './panel.ts'
import { choose, codesHere, explanationText, linesOf, selectRequest } from './read-panel.ts'

let opened: OpenedPanel
let ways: ReadonlyMap<string, Way>

beforeAll(async () => {
  opened = await openPanel()
  ways = new Map(waysAt(opened.demo.at).map((way) => [way.id, way]))
  await choose(opened.panel, 'grouping', 'time')
  await choose(opened.panel, 'show', 'all')
})
afterAll(() => opened?.close())

describe('the panel says of each way of the demo what the browser says of it', () => {
  test.each(namedWays)('$id', async ({ id, chromium }) => {
    const { browser, page, panel } = opened
    const way = ways.get(id)
    const call = way?.calls.at(-1)
    if (way === undefined || call === undefined) throw new Error(`The demo has no way ${id}`)
    const told = await pressWay(page, id)
    expect(told).toContain(chromium === null ? 'The page got it' : 'The page got an error')
    const isNetworkError = chromium?.startsWith('net::') ?? false
    await selectRequest(panel, call.method ?? 'GET', call.path)
    const said = await errorOfWay(opened, way)
    if (browser === 'chromium') expect(said).toBe(chromium)
    else expect(said).toEqual(chromium === null ? null : expect.stringMatching(/^CORS/))

    if (said !== null && !isNetworkError) {
      const codes = await waitFor(async () => {
        const found = await codesHere(panel)
        return found.includes(said) && found
      }, `the panel to name ${said}`)
      // More than one only where nothing shows the credentials mode, and then the panel says so.
      if (codes.length > 1) expect(await explanationText(panel)).toMatch(/credentials mode/)
    } else if (said !== null) {
      const words = browser === 'chromium' ? said : "didn't respond"
      await waitFor(async () => (await explanationText(panel)).includes(words), `the panel to say ${words}`)
      expect(await codesHere(panel)).toEqual([])
    }
    const verdict = chromium === null ? 'Allowed' : isNetworkError ? 'Failed' : 'Blocked'
    const line = (await linesOf(panel)).findLast(({ path }) => path === call.path)
    expect(line?.verdict).toContain(verdict)
  })

  test('nothing is lost, nothing is there twice', async () => {
    const calls = [...ways.values()].flatMap((way) => way.calls.map(({ path }) => path))
    const lines = await linesOf(opened.panel)
    expect(lines.map(({ path }) => path).sort()).toEqual(calls.sort())
  })
})
