import { afterEach, expect, test } from 'vitest'
import { sleep, waitFor } from '../../src/start/chromium/wait-for.ts'
import { waysAt } from '../../src/start/demo/ways.ts'
import { fetchFrom } from './fetch-from.ts'
import { browser, type OpenedPanel, openPanel } from './panel.ts'
import { linesOf, pressButton, textOf } from './read-panel.ts'
import { barOf, isAllowed, isBlocked, openFix, startTrial } from './start-trial.ts'
import { DEMO_HOSTS, trialTools } from './trial-tools.ts'

let opened: OpenedPanel

afterEach(() => opened?.close())

async function openWithAccess(): Promise<void> {
  opened = await openPanel()
  await trialTools(opened).grant(DEMO_HOSTS)
}

/** What no header would change, or what an extension can't. */
const ANNOUNCED = [
  ...(browser === 'firefox' ? ['header-twice'] : []),
  'error-without-headers',
  'redirect-to-other-origin',
  'options-not-routed',
  'options-needs-login',
  'preflight-redirected',
  'tracing-headers',
  'allow-origin-sent',
  'method-case',
]

test('each kind of failure is allowed by its trial, or announced as not to be tried', async () => {
  await openWithAccess()
  const { page, panel, demo } = opened
  const other = await opened.openTab()
  const announced: string[] = []
  const tried: string[] = []
  for (const { id, calls, chromium } of waysAt(demo.at)) {
    const call = calls.at(-1)
    if (call === undefined || chromium === null || chromium.startsWith('net::')) continue
    const way = { id, method: call.method ?? 'GET', path: call.path }
    await openFix(opened, way)
    await waitFor(async () => (await textOf(panel, '.trial')) !== '', `the word on a trial of ${id}`)
    if ((await textOf(panel, '.trial')).includes("can't be tried")) announced.push(id)
    else {
      tried.push(id)
      await pressButton(panel, 'Try it in this tab')
      await pressButton(panel, 'Start the trial')
      await waitFor(async () => (await barOf(opened)) !== '', `the trial of ${id}`)
      await isAllowed(page, id)
      await isBlocked(other.page, id)
      await pressButton(panel, 'Stop')
      await waitFor(async () => (await barOf(opened)) === '', `the end of ${id}`)
      await isBlocked(page, id)
    }
    await pressButton(panel, 'Clear')
  }
  expect(announced).toEqual(ANNOUNCED)
  expect(tried.length).toBeGreaterThan(8)
})

test('a request whose preflight the trial lets pass is one row', async () => {
  await openWithAccess()
  const { page, panel } = opened
  const way = { id: 'header-not-allowed', method: 'GET', path: '/search/stock?id=17' }
  await startTrial(opened, way)
  await isAllowed(page, way.id)
  await waitFor(async () => (await linesOf(panel)).length > 1, 'the request of the trial')
  // Firefox reports a preflight and its request one after the other.
  await sleep(1500)
  const lines = await linesOf(panel)
  expect(lines.map(({ path }) => path)).toEqual([way.path, way.path])
})

test('frames and workers of the page are in it, other origins in the tab are not', async () => {
  await openWithAccess()
  const { page, demo } = opened
  await startTrial(opened)
  const url = `${demo.at.catalog}/api/products`
  expect(await fetchFrom(page, 'frame', url)).toBe('200')
  expect(await fetchFrom(page, 'worker', url)).toBe('200')
  expect(await fetchFrom(page, 'other origin', url)).toBe('blocked')
})
