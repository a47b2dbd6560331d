import { afterEach, describe, expect, test } from 'vitest'
import { sleep, waitFor } from '../../src/start/chromium/wait-for.ts'
import { waysAt } from '../../src/start/demo/ways.ts'
import { pressWay } from '../demo/press-way.ts'
import { click } from './driven.ts'
import { errorOfWay } from './error-of-way.ts'
import { type OpenedPanel, type OpenOptions, openPanel } from './panel.ts'
import {
  choose,
  codesHere,
  explanationText,
  linesOf,
  openTab,
  pressButton,
  selectedPath,
  selectRequest,
  textOf,
} from './read-panel.ts'
import { reload, reloaded } from './reload.ts'
import { startStreams } from './start-streams.ts'

let opened: OpenedPanel

afterEach(() => opened?.close())

async function open(options: OpenOptions = {}): Promise<OpenedPanel> {
  opened = await openPanel(options)
  await choose(opened.panel, 'grouping', 'time')
  await choose(opened.panel, 'show', 'all')
  return opened
}

/** Waits until the list has exactly these paths. */
async function expectPaths(paths: readonly string[]): Promise<void> {
  const found = async () => (await linesOf(opened.panel)).map(({ path }) => path)
  await waitFor(async () => String(await found()) === String(paths), `the list to be ${paths}`, 5000).catch(
    () => {},
  )
  expect(await found()).toEqual(paths)
}

/** Longer than the panel takes from a request to a line. */
const settle = () => sleep(1200)

describe('DevTools opened late', () => {
  test('the panel says so, and reloading the page makes up for it', async () => {
    const { page, panel } = await open({ before: (page) => pressWay(page, 'no-header') })
    await waitFor(
      async () => (await textOf(panel, '.notice')).includes('DevTools was opened after'),
      'the notice',
    )
    expect(await textOf(panel, '.notice')).toContain('lacks at least 1 request to other origins')
    await reloaded(page, () => pressButton(panel, 'Reload page'))
    await waitFor(
      async () => (await textOf(panel, '.notice')).includes('No cross-origin requests yet'),
      'a new start',
    )
    await pressWay(page, 'no-header')
    await expectPaths(['/api/products'])
  })

  test('the panel goes on saying so below the list, where it moves no row, until that is dismissed', async () => {
    const { page, panel } = await open({ before: (page) => pressWay(page, 'no-header') })
    await waitFor(async () => (await textOf(panel, '.notice')).includes('DevTools was opened'), 'the notice')
    await pressWay(page, 'header-twice')
    await expectPaths(['/search/suggest?q=ket'])
    expect(await textOf(panel, '.late')).toContain('lacks at least 1 request to other origins')
    const [list = 0, notice = 0] = await panel.evaluate(() =>
      ['.list', '.late'].map((one) => document.querySelector(one)?.getBoundingClientRect().bottom ?? 0),
    )
    expect(notice).toBeGreaterThan(list)
    await pressButton(panel, 'Dismiss')
    await waitFor(async () => (await textOf(panel, '.late')) === '', 'the notice to go')
    await expectPaths(['/search/suggest?q=ket'])
  })

  test('requests that DevTools has seen before the panel was shown are there', async () => {
    const { page } = await open()
    await opened.showConsole()
    await pressWay(page, 'header-twice')
    await opened.showPanel()
    await expectPaths(['/search/suggest?q=ket'])
  })
})

describe('what the list keeps', () => {
  test('navigation begins a new list, unless the log is preserved', async () => {
    const { page, panel } = await open()
    await pressWay(page, 'no-header')
    await expectPaths(['/api/products'])
    await reload(page)
    await expectPaths([])
    await pressWay(page, 'header-twice')
    await expectPaths(['/search/suggest?q=ket'])
    await pressButton(panel, 'Settings')
    await click(panel, '.settings .check input')
    await pressButton(panel, 'Close')
    await reload(page)
    await pressWay(page, 'no-header')
    await expectPaths(['/search/suggest?q=ket', '/api/products'])
  })

  test('nothing is taken in while it is paused', async () => {
    const { page, panel } = await open()
    await pressWay(page, 'no-header')
    await expectPaths(['/api/products'])
    await pressButton(panel, 'Pause')
    await pressWay(page, 'header-twice')
    await settle()
    await expectPaths(['/api/products'])
    await pressButton(panel, 'Resume')
    await pressWay(page, 'wrong-port')
    await expectPaths(['/api/products', '/api/brands'])
  })

  test('clearing forgets all, and what comes next is recorded', async () => {
    const { page, panel } = await open()
    await pressWay(page, 'no-header')
    await expectPaths(['/api/products'])
    await pressButton(panel, 'Clear')
    await expectPaths([])
    await settle()
    await expectPaths([])
    await pressWay(page, 'wrong-port')
    await expectPaths(['/api/brands'])
  })

  test('a selected request stays selected and in place while others come in', async () => {
    const { page, panel } = await open()
    await pressWay(page, 'preflight-redirected')
    await selectRequest(panel, 'POST', '/api/orders')
    await openTab(panel, 'exchange')
    await panel.evaluate(() => document.querySelector('#explanation')?.scrollTo(0, 150))
    const before = await textOf(panel, '#explanation')
    for (const id of ['no-header', 'wrong-port', 'header-twice']) await pressWay(page, id)
    await expectPaths(['/api/orders', '/api/products', '/api/brands', '/search/suggest?q=ket'])
    expect(await textOf(panel, '#explanation')).toBe(before)
    expect(await panel.evaluate(() => document.querySelector('#explanation')?.scrollTop)).toBe(150)
    expect(await selectedPath(panel)).toBe('/api/orders')
  })
})

test('a response whose body the page never reads is in the list', async () => {
  const { page } = await open()
  const server = await startStreams()
  try {
    await page.evaluate((url) => {
      void fetch(url).then((response) => Object.assign(window, { response }))
    }, `${server.at}/unread`)
    await expectPaths(['/unread'])
    await settle()
    await expectPaths(['/unread'])
  } finally {
    server.close()
  }
})

describe('reload and watch', () => {
  test('the credentials mode is known for every call, and so is the one reason', async () => {
    const { page, panel, demo } = await open()
    await reloaded(page, () => pressButton(panel, 'Reload and watch'))
    await waitFor(async () => (await textOf(panel, '.status')).includes('Watching'), 'the watch to begin')
    for (const way of waysAt(demo.at)) {
      const { id, chromium } = way
      const call = way.calls.at(-1)
      if (call === undefined || chromium === null || chromium.startsWith('net::')) continue
      await pressWay(page, id)
      await selectRequest(panel, call.method ?? 'GET', call.path)
      const said = await errorOfWay(opened, way)
      await waitFor(async () => String(await codesHere(panel)) === said, `${id} to be ${said}`)
      // The page's report of the call comes after the request itself; the explanation follows it.
      await waitFor(
        async () => !/nothing shows its credentials mode/.test(await explanationText(panel)),
        `the credentials mode of ${id}`,
      )
    }
  })

  test('the page works as before', async () => {
    const { page, panel } = await open()
    await reloaded(page, () => pressButton(panel, 'Reload and watch'))
    expect(await pressWay(page, 'all-right')).toBe('The page got it: status 201, 9 bytes')
    expect(await page.evaluate(() => [fetch.name, fetch.length, String(fetch).replace(/\s+/g, ' ')])).toEqual(
      ['fetch', 1, 'function fetch() { [native code] }'],
    )
  })
})
