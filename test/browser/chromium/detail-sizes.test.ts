import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { detailTabs } from '../../../src/panel/parts/detail-tabs.ts'
import { type LaunchedChromium, launchChromium } from '../../../src/start/chromium/launch-chromium.ts'
import { waitFor } from '../../../src/start/chromium/wait-for.ts'
import { violationsIn } from '../axe.ts'
import { type Driven, has } from '../driven.ts'
import { choose, openRecording, openTab, selectRequest } from '../read-panel.ts'
import { drivenFrame } from './driven-frame.ts'

const url = pathToFileURL(join(process.cwd(), 'dist', 'web', 'index.html')).href
let chromium: LaunchedChromium
let page: Page
let panel: Driven

beforeAll(async () => {
  chromium = await launchChromium()
  page = await chromium.browser.newPage()
  await page.setViewport({ width: 1280, height: 800 })
  await page.goto(url)
  panel = drivenFrame(page)
  await openRecording(panel, 'src/cli/sample.har')
  await waitFor(() => has(panel, '.line'), 'the list')
  await choose(panel, 'show', 'all')
  await choose(panel, 'grouping', 'time')
  await selectRequest(panel, 'GET', '/search/stock?id=17')
})
afterAll(() => chromium?.close())

const emulate = async (features: { name: string; value: string }[]): Promise<void> => {
  const session = await page.createCDPSession()
  await session.send('Emulation.setEmulatedMedia', { features })
}

test('no title of a problem is cut at 1280 pixels, and at 320 pixels no usual one', async () => {
  await choose(panel, 'grouping', 'problem')
  const cut = (): Promise<string[]> =>
    page.$$eval('.line.problem .col-reason > .text', (all) =>
      all.flatMap((one) => (one.scrollWidth > one.clientWidth ? [one.textContent ?? ''] : [])),
    )
  expect(await page.$$eval('.line.problem', (all) => all.length)).toBe(14)
  expect(await cut()).toEqual([])
  await page.setViewport({ width: 320, height: 700 })
  await waitFor(async () => !(await has(panel, '.line.head .col-time')), 'the narrow list')
  // Whole sentences about what isn't a check, and the host where it isn't beside the title.
  expect((await cut()).filter((title) => title.length <= 41)).toEqual([])
  await page.setViewport({ width: 1280, height: 800 })
  await choose(panel, 'grouping', 'time')
})

/** What is wider than the explanation, with everything unfolded. */
const beyond = (): Promise<string[]> =>
  page.$eval('#explanation', (element) => {
    for (const one of element.querySelectorAll('details')) one.open = true
    const right = element.getBoundingClientRect().right
    return [...element.querySelectorAll('*')]
      .filter((one) => one.getBoundingClientRect().right > right + 1 && one.closest('.off-screen') === null)
      .map((one) => `${one.localName} ${one.textContent?.slice(0, 40)}`)
  })

describe.each([
  ['at 320 pixels', { width: 320, height: 700 }, []],
  ['at 200 percent', { width: 640, height: 400, deviceScaleFactor: 2 }, []],
  ['where it is low', { width: 1000, height: 250 }, []],
  ['with forced colors', { width: 1280, height: 800 }, [{ name: 'forced-colors', value: 'active' }]],
] as const)('the explanation %s', (_, viewport, features) => {
  beforeAll(async () => {
    await page.setViewport(viewport)
    await emulate([...features])
  })

  test.each(detailTabs)(
    'has nothing that is wider than it, and axe-core objects to nothing: %s',
    async (tab) => {
      await openTab(panel, tab)
      expect(await beyond()).toEqual([])
      expect(await violationsIn(panel)).toEqual([])
    },
  )
})

test('nothing of any request is wider than 320 pixels', async () => {
  await page.setViewport({ width: 320, height: 700 })
  await emulate([])
  const lines = (): Promise<number> => page.$$eval('.line.exchange', (all) => all.length)
  // Only lines in sight are in the document: how many fit changes until the new size has been drawn.
  let count = -1
  for (let now = await lines(); now !== count; now = await lines()) {
    count = now
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  expect(count).toBeGreaterThan(7)
  for (let i = 0; i < count; i++) {
    await waitFor(async () => (await lines()) > i, `line ${i}`)
    await page.$$eval('.line.exchange', (all, i) => (all[i] as HTMLElement).click(), i)
    for (const tab of detailTabs) {
      await openTab(panel, tab)
      expect(await beyond(), `line ${i}, ${tab}`).toEqual([])
    }
  }
})

test('the Why tab needs no scrolling at 1280 by 800', async () => {
  await page.setViewport({ width: 1280, height: 800 })
  await emulate([])
  await openTab(panel, 'why')
  const paths = await page.$$eval('.line.exchange', (lines) => lines.length)
  for (let i = 0; i < paths; i++) {
    await page.$$eval('.line.exchange', (lines, i) => (lines[i] as HTMLElement).click(), i)
    await waitFor(() => has(panel, '#explanation .headline'), 'the explanation')
    const [all, shown] = await page.$eval('#explanation', (one) => [one.scrollHeight, one.clientHeight])
    expect(all).toBe(shown)
  }
})
