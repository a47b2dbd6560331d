import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { applyTrials } from '../../../src/start/chromium/apply-trials.ts'
import { waitFor } from '../../../src/start/chromium/wait-for.ts'
import { waysAt } from '../../../src/start/demo/ways.ts'
import { pressWay } from '../../demo/press-way.ts'
import { violationsIn } from '../axe.ts'
import { click } from '../driven.ts'
import { extensionDirectory } from '../opened-panel.ts'
import { choose, openTab, pressButton, selectRequest, textOf } from '../read-panel.ts'
import { type OpenedInChromium, openInChromium } from './open-in-chromium.ts'

// Nobody can answer the browser's question in a test: in this copy the access is granted beforehand, as it is for whoever
// has said yes before.
let extension: string
let opened: OpenedInChromium

beforeAll(() => {
  extension = mkdtempSync(join(tmpdir(), 'whycors-trial-'))
  cpSync(extensionDirectory('chromium'), extension, { recursive: true })
  const path = join(extension, 'manifest.json')
  const manifest = JSON.parse(readFileSync(path, 'utf8'))
  const hosts = ['http://localhost/*', 'http://*.localhost/*', 'http://127.0.0.1/*']
  writeFileSync(path, JSON.stringify({ ...manifest, ...granted(manifest), host_permissions: hosts }))
})
afterEach(() => opened?.close())
afterAll(() => rmSync(extension, { recursive: true, force: true }))

const granted = ({ optional_permissions: permissions }: { optional_permissions: unknown }) => ({
  permissions,
  optional_permissions: [],
})

/** What no header would change, or what an extension can't. */
const ANNOUNCED = [
  'error-without-headers',
  'redirect-to-other-origin',
  'options-not-routed',
  'options-needs-login',
  'preflight-redirected',
  'tracing-headers',
  'allow-origin-sent',
  'method-case',
]

const BLOCKED = /blocked|Failed to fetch/
const stillBlocked = (id: string, page = opened.page) => expect(pressWay(page, id)).resolves.toMatch(BLOCKED)

async function startTrial(id: string, method: string, path: string): Promise<void> {
  opened = await openInChromium({ extension })
  await choose(opened.panel, 'grouping', 'time')
  await stillBlocked(id)
  await selectRequest(opened.panel, method, path)
  await openTab(opened.panel, 'fix')
  await pressButton(opened.panel, 'Try it in this tab')
  expect(await textOf(opened.panel, '.trial-confirm')).toContain("The server isn't changed")
  expect(await violationsIn(opened.panel)).toEqual([])
  await pressButton(opened.panel, 'Start the trial')
  await waitFor(async () => (await textOf(opened.panel, '.trial-bar')) !== '', 'the trial to begin')
}

/** The session rules that the extension has. */
const rules = async (): Promise<number> => {
  const target = await opened.puppeteer.browser.waitForTarget((one) => one.type() === 'service_worker')
  const worker = await target.worker()
  return worker?.evaluate(
    'chrome.declarativeNetRequest.getSessionRules().then((rules) => rules.length)',
  ) as Promise<number>
}

const bar = () => textOf(opened.panel, '.trial-bar')

test('a request is allowed in this tab alone, until the trial is stopped', async () => {
  await startTrial('no-header', 'GET', '/api/products')
  expect(await pressWay(opened.page, 'no-header')).toMatch(/^The page got it/)
  await waitFor(
    async () => (await textOf(opened.panel, '.trial-results')).includes('Allowed by your trial. The server'),
    'the outcome',
  )
  const other = await opened.openTab()
  await stillBlocked('no-header', other.page)
  await other.close()
  expect(await violationsIn(opened.panel)).toEqual([])
  await pressButton(opened.panel, 'Stop')
  await waitFor(async () => (await bar()) === '', 'the trial to end')
  await stillBlocked('no-header')
  expect(await rules()).toBe(0)
})

test('closing DevTools ends it', async () => {
  await startTrial('no-header', 'GET', '/api/products')
  await opened.puppeteer.frontend.close()
  await waitFor(async () => (await rules()) === 0, 'the rules to go')
  await stillBlocked('no-header')
})

test('closing the tab ends it', async () => {
  await startTrial('no-header', 'GET', '/api/products')
  await opened.puppeteer.page.close()
  await waitFor(async () => (await rules()) === 0, 'the rules to go')
})

test('it ends when the page goes to another site, unless it is to be kept', async () => {
  await startTrial('no-header', 'GET', '/api/products')
  const elsewhere = opened.demo.at.page.replace('localhost', 'other.localhost')
  await opened.puppeteer.page.goto(elsewhere)
  await waitFor(async () => (await rules()) === 0, 'the rules to go')
  expect(await bar()).toBe('')
})

/** Fetches from a place in the page, and returns the status or what the page was told. */
const fetchFrom = (place: 'iframe' | 'worker' | 'other origin', url: string): Promise<string> =>
  opened.page.evaluate(
    async (place: string, url: string) => {
      const code = `fetch(${JSON.stringify(url)}).then((r) => String(r.status), (e) => e.message)`
      if (place === 'worker') {
        const source = `${code}.then((said) => postMessage(said))`
        const worker = new Worker(URL.createObjectURL(new Blob([source])))
        return new Promise<string>((resolve) => {
          worker.onmessage = ({ data }) => resolve(String(data))
        })
      }
      const frame = document.createElement('iframe')
      // A sandboxed frame has an opaque origin, which is another one than the page's.
      if (place === 'other origin') frame.setAttribute('sandbox', 'allow-scripts')
      frame.srcdoc = `<script>${code}.then((said) => parent.postMessage(said, '*'))</script>`
      const said = new Promise<string>((resolve) => {
        addEventListener('message', ({ data }) => resolve(String(data)), { once: true })
      })
      document.body.append(frame)
      return said
    },
    place,
    url,
  )

test('frames and workers of the page are in it, other origins in the tab are not', async () => {
  await startTrial('no-header', 'GET', '/api/products')
  const url = `${opened.demo.at.catalog}/api/products`
  expect(await fetchFrom('iframe', url)).toBe('200')
  expect(await fetchFrom('worker', url)).toBe('200')
  expect(await fetchFrom('other origin', url)).toMatch(/Failed to fetch/)
})

test('an edited policy is tried in its place', async () => {
  await startTrial('no-header', 'GET', '/api/products')
  const { panel, page, demo } = opened
  const url = `${demo.at.catalog}/api/products`
  const withCredentials = () =>
    page.evaluate(
      (url: string) =>
        fetch(url, { credentials: 'include' }).then(
          ({ status }) => String(status),
          ({ message }) => String(message),
        ),
      url,
    )
  expect(await withCredentials()).toMatch(/Failed to fetch/)
  await pressButton(panel, 'Edit policy')
  await click(panel, '#policy input[type=checkbox]')
  await pressButton(panel, 'Try the edited policy')
  await waitFor(async () => (await withCredentials()) === '200', 'the edited policy to be tried')
  expect(await rules()).toBe(2)
})

test('two tabs have a trial each', async () => {
  await startTrial('no-header', 'GET', '/api/products')
  const other = await opened.openTab()
  await pressWay(other.page, 'no-header')
  await selectRequest(other.panel, 'GET', '/api/products')
  await openTab(other.panel, 'fix')
  await pressButton(other.panel, 'Try it in this tab')
  await pressButton(other.panel, 'Start the trial')
  await waitFor(async () => (await textOf(other.panel, '.trial-bar')) !== '', 'the other trial')
  expect(await rules()).toBe(4)
  await pressButton(opened.panel, 'Stop')
  await waitFor(async () => (await rules()) === 2, 'one trial to end')
  expect(await pressWay(other.page, 'no-header')).toMatch(/^The page got it/)
  await stillBlocked('no-header')
  await other.close()
  await waitFor(async () => (await rules()) === 0, 'the other to end')
})

test('in the browser that npm run chrome starts, preflights with any status can be tried', async () => {
  opened = await openInChromium({ launched: applyTrials })
  const { page, panel } = opened
  await choose(panel, 'grouping', 'time')
  for (const [id, method, path] of [
    ['options-not-routed', 'PUT', '/payments/42'],
    ['options-needs-login', 'GET', '/api/profile'],
  ] as const) {
    await stillBlocked(id)
    await selectRequest(panel, method, path)
    await openTab(panel, 'fix')
    await pressButton(panel, 'Try it in this tab')
    await pressButton(panel, 'Start the trial')
    await waitFor(async () => (await bar()) !== '', `the trial of ${id}`)
    expect(await pressWay(page, id), id).toMatch(/^The page got it/)
    await pressButton(panel, 'Stop')
    await waitFor(async () => (await bar()) === '', `the end of ${id}`)
    await stillBlocked(id)
    await pressButton(panel, 'Clear')
  }
})

test('each kind of failure is allowed by its trial, or announced as not to be tried', async () => {
  opened = await openInChromium({ extension })
  const { page, panel, demo } = opened
  await choose(panel, 'grouping', 'time')
  const announced: string[] = []
  const tried: string[] = []
  for (const { id, calls, chromium } of waysAt(demo.at)) {
    const call = calls.at(-1)
    if (call === undefined || chromium === null || chromium.startsWith('net::')) continue
    await stillBlocked(id)
    await selectRequest(panel, call.method ?? 'GET', call.path)
    await openTab(panel, 'fix')
    await waitFor(async () => (await textOf(panel, '.trial')) !== '', `the word on a trial of ${id}`)
    if ((await textOf(panel, '.trial')).includes("can't be tried")) {
      announced.push(id)
      await pressButton(panel, 'Clear')
      continue
    }
    tried.push(id)
    await pressButton(panel, 'Try it in this tab')
    await pressButton(panel, 'Start the trial')
    await waitFor(async () => (await bar()) !== '', `the trial of ${id}`)
    expect(await pressWay(page, id), id).toMatch(/^The page got it/)
    await pressButton(panel, 'Stop')
    await waitFor(async () => (await bar()) === '', `the end of ${id}`)
    await stillBlocked(id)
    await pressButton(panel, 'Clear')
  }
  expect(announced).toEqual(ANNOUNCED)
  expect(tried.length).toBeGreaterThan(8)
})
