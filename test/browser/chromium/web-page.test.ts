import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type LaunchedChromium, launchChromium } from '../../../src/start/chromium/launch-chromium.ts'
import { waitFor } from '../../../src/start/chromium/wait-for.ts'
import { chromeEntry, harText } from '../../make-har.ts'
import { violationsIn } from '../axe.ts'
import { type Driven, has } from '../driven.ts'
import { openRecording, openTab, pressButton, selectRequest, textOf } from '../read-panel.ts'
import { recurring } from '../recurring.ts'
import { cliReport, missingSentences } from '../sentences.ts'
import { drivenFrame } from './driven-frame.ts'

const sample = 'src/cli/sample.har'
const url = pathToFileURL(join(process.cwd(), 'dist', 'web', 'index.html')).href
let chromium: LaunchedChromium
let page: Page
let panel: Driven
const requested: string[] = []
const complaints: string[] = []

beforeAll(async () => {
  chromium = await launchChromium()
  page = await chromium.browser.newPage()
  page.on('request', (request) => requested.push(request.url().replace(/^blob:.*/, 'blob:')))
  page.on('console', (message) => {
    // The page forbids WebRTC where a browser can; others say that they don't know the word.
    if (!message.text().includes("directive 'webrtc'")) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(url)
  panel = drivenFrame(page)
})
afterAll(() => chromium?.close())

test('a recording opened from disk is explained in the words of the command line', async () => {
  await openRecording(panel, sample)
  await waitFor(() => has(panel, '.line:not(.head)'), 'the list')
  const report = await cliReport(readFileSync(sample, 'utf8'))
  expect(report.exchanges.length).toBeGreaterThan(10)
  expect(await missingSentences(panel, report)).toEqual([])
})

test('several recordings can be dropped at once', async () => {
  await pressButton(panel, 'Clear')
  const text = readFileSync(sample, 'utf8')
  await page.evaluate((text) => {
    const dataTransfer = new DataTransfer()
    for (const name of ['one.har', 'two.har']) dataTransfer.items.add(new File([text], name))
    const options = { dataTransfer, bubbles: true, cancelable: true }
    for (const type of ['dragenter', 'dragover', 'drop']) {
      document.body.dispatchEvent(new DragEvent(type, options))
    }
  }, text)
  const status = () => page.$eval('.status', ({ textContent }) => textContent)
  await waitFor(async () => (await status()).includes('one.har, two.har'), 'both names')
  const { exchanges } = await cliReport(text)
  const all = () => page.$eval('.toolbar .choice:not(.measure)', ({ textContent }) => textContent)
  await waitFor(async () => (await all()).includes(`All ${2 * exchanges.length}`), 'all requests')
})

test('a secret that only another part of a recording gives away is masked', async () => {
  await pressButton(panel, 'Clear')
  await page.evaluate(
    (text) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([text], 'recurring.har'))
      const options = { dataTransfer, bubbles: true, cancelable: true }
      for (const type of ['dragenter', 'dragover', 'drop']) {
        document.body.dispatchEvent(new DragEvent(type, options))
      }
    },
    harText([recurring]),
  )
  const list = () => page.evaluate(() => document.body.textContent ?? '')
  await waitFor(async () => (await list()).includes('/v1/•••/items'), 'the request')
  const html = await page.evaluate(() => document.documentElement.outerHTML)
  expect(html.includes('Tiger-Hunter2')).toBe(false)
})

test('the sample of the page is the sample of the command line', async () => {
  await pressButton(panel, 'Clear')
  await pressButton(panel, 'Try the sample')
  await waitFor(() => has(panel, '.line:not(.head)'), 'the list')
  expect(await missingSentences(panel, await cliReport(readFileSync(sample, 'utf8')))).toEqual([])
})

describe.each(['light', 'dark'])('in %s', (scheme) => {
  test('axe-core objects to nothing', async () => {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
    expect(await violationsIn(panel)).toEqual([])
    await pressButton(panel, 'Clear')
    await waitFor(() => page.$('#box'), 'the start page')
    expect(await violationsIn(panel)).toEqual([])
    await pressButton(panel, 'Try the sample')
    await waitFor(() => page.$('.line:not(.head)'), 'the list')
  })
})

test('an origin that is left out of a configuration is named above it, and can be added', async () => {
  await pressButton(panel, 'Clear')
  const entries = ['https://shop.example', 'https://ads.other'].map((page) =>
    chromeEntry({ page, url: 'https://api.shop.example/cart', error: 'net::ERR_FAILED' }),
  )
  const opened = chromeEntry({
    page: 'https://shop.example',
    url: 'https://shop.example/',
    type: 'document',
    request: { Origin: null, 'Sec-Fetch-Dest': 'document' },
    response: { 'Content-Type': 'text/html' },
  })
  const path = join(mkdtempSync(join(tmpdir(), 'whycors-')), 'planted.har')
  writeFileSync(path, harText([opened, ...entries]))
  await openRecording(panel, path)
  await selectRequest(panel, 'GET', '/cart')
  await openTab(panel, 'fix')
  const code = () => textOf(panel, '.snippet pre')
  await waitFor(async () => (await code()).includes('https://shop.example'), 'the configuration')
  const notes = () => textOf(panel, '.origin-notes')
  await waitFor(
    async () => (await notes()).startsWith('Left out: https://ads.other, because it belongs to another site'),
    'what is left out',
  )
  expect(await code()).not.toContain('https://ads.other')
  await pressButton(panel, 'Allow it too')
  await waitFor(async () => (await code()).includes('https://ads.other'), 'the longer configuration')
  expect(await notes()).toBe('It allows 2 origins: https://shop.example and https://ads.other.')
  expect(await violationsIn(panel)).toEqual([])
})

test('it asks nobody for anything, and could not', async () => {
  // The thread that reads files is a part of the page.
  expect(new Set(requested)).toEqual(new Set([url, 'blob:']))
  expect(complaints).toEqual([])
  const refusedBy = await page.evaluate(
    (url) =>
      new Promise<string>((resolve) => {
        addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), {
          once: true,
        })
        fetch(url).catch(() => setTimeout(resolve, 1000, 'nothing'))
      }),
    'http://127.0.0.1:9/',
  )
  expect(refusedBy).toBe('connect-src')
})
