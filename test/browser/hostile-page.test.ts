import { afterEach, expect, test } from 'vitest'
import { waitFor } from '../../src/start/chromium/wait-for.ts'
import type { Driven } from './driven.ts'
import { type OpenedPanel, openPanel } from './panel.ts'
import { choose, explanationText, linesOf, pressButton, selectRequest, textOf } from './read-panel.ts'
import { reloaded } from './reload.ts'

let opened: OpenedPanel

afterEach(() => opened?.close())

const NAMES = 3_000

test('a call with thousands of header names is explained, and so is what comes after it', async () => {
  opened = await openPanel()
  const { page, panel, demo } = opened
  await choose(panel, 'grouping', 'time')
  await page.evaluate(
    async (url, count) => {
      const headers = Object.fromEntries(Array.from({ length: count }, (_, i) => [`x-name-${i}`, 'a']))
      await fetch(`${url}?many`, { headers }).catch(() => {})
      await fetch(`${url}?after`, { credentials: 'include' }).catch(() => {})
    },
    `${demo.at.accounts}/api/session`,
    NAMES,
  )
  await selectRequest(panel, 'GET', '/api/session?after')
  expect(await explanationText(panel)).toContain('Access-Control-Allow-Credentials')
  await selectRequest(panel, 'GET', '/api/session?many')
  expect(await explanationText(panel)).toContain('x-name-0')
})

test('an outcome that the page makes up changes no verdict that the response proves', async () => {
  opened = await openPanel()
  const { page, panel, demo } = opened
  await choose(panel, 'grouping', 'time')
  await reloaded(page, () => pressButton(panel, 'Reload and watch'))
  await waitFor(async () => (await textOf(panel, '.status')).includes('Watching'), 'the watch to begin')
  const url = `${demo.at.accounts}/api/session?forged`
  await page.evaluate(async (url) => {
    const startTime = performance.now()
    const forged = { initiatorType: 'fetch', name: url, responseStatus: 200, startTime }
    Performance.prototype.getEntriesByType = () => [forged] as unknown as PerformanceEntryList
    await fetch(url, { credentials: 'include' }).catch(() => {})
  }, url)
  await selectRequest(panel, 'GET', '/api/session?forged')
  const words = await explanationText(panel)
  expect(words).toContain('Access-Control-Allow-Credentials')
  expect(words).not.toMatch(/got the response/)
  expect((await linesOf(panel)).map(({ path }) => path)).toContain('/api/session?forged')
})

/** Has the page report as many requests that nobody made as it's asked for. */
const inventRequests = (page: Driven): Promise<unknown> =>
  page.evaluate(() => {
    const invented = (at: number) => ({
      initiatorType: 'fetch',
      name: `https://api.invented.test/${at}`,
      responseStatus: 0,
      startTime: performance.now(),
    })
    const endless = new Proxy([], {
      get: (_, name) => (name === 'length' ? 1e9 : invented(Number(name))),
    })
    Performance.prototype.getEntriesByType = () => endless
  })

test('a page can’t dictate how many requests are said to be missing', async () => {
  opened = await openPanel({ before: inventRequests })
  const notice = () => textOf(opened.panel, '.notice')
  await waitFor(async () => (await notice()).includes('DevTools was opened after'), 'the notice')
  const [, count = ''] = /lacks at least ([\d,]+) request/.exec(await notice()) ?? []
  expect(Number(count.replaceAll(',', ''))).toBeLessThanOrEqual(5_000)
})
