import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type LaunchedChromium, launchChromium } from '../../../src/start/chromium/launch-chromium.ts'
import { waitFor } from '../../../src/start/chromium/wait-for.ts'
import { dropLarge, seenOf } from '../large-recording.ts'
import { drivenFrame } from './driven-frame.ts'

const COUNT = 3000
const url = pathToFileURL(join(process.cwd(), 'dist', 'web', 'index.html')).href
let chromium: LaunchedChromium
let page: Page

declare global {
  interface Window {
    /** How many messages of each type came from workers. */
    told?: Record<string, number>
  }
}

beforeAll(async () => {
  chromium = await launchChromium()
})
beforeEach(async () => {
  page = await chromium.browser.newPage()
  await page.evaluateOnNewDocument(() => {
    const told: Record<string, number> = {}
    window.told = told
    window.Worker = class extends Worker {
      constructor(url: string | URL) {
        super(url)
        this.addEventListener('message', ({ data }) => {
          told[data.type] = (told[data.type] ?? 0) + 1
        })
      }
    }
  })
  await page.goto(url)
  await page.waitForSelector('#box')
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50))))
})
afterAll(() => chromium?.close())

test('rows are there before the file is whole; another thread reads and judges it', async () => {
  const driven = drivenFrame(page)
  await dropLarge(driven, COUNT, false)
  await waitFor(async () => (await seenOf(driven)).isOver, 'the end of the file')
  const { rowsWhileReading, said } = await seenOf(driven)
  expect(rowsWhileReading).toBeGreaterThan(0)
  expect(said).toMatch(/^Reading large\.har: [\d.]+ MB \(\d+ %\), [\d,]+ entries, [\d,]+ blocked so far$/)
  // The list is made in slices, and may take a moment longer.
  const words = `1 problem in ${COUNT.toLocaleString('en')} blocked requests`
  await waitFor(async () => (await seenOf(driven)).counted.includes(words), words)
  // Every row came from the worker, in batches; the page itself judged none but the one that is shown.
  expect(page.workers()).toHaveLength(1)
  const told = await page.evaluate(() => window.told ?? {})
  expect(told['rows']).toBeGreaterThanOrEqual(COUNT / 100)
  expect(told['detail']).toBeGreaterThan(0)
  await page.waitForSelector('.explanation .headline, .explanation h2')
})

test('Cancel keeps what is read', async () => {
  const driven = drivenFrame(page)
  await dropLarge(driven, COUNT, true)
  await waitFor(async () => (await seenOf(driven)).isOver, 'the reading to end')
  await waitFor(async () => /blocked requests/.test((await seenOf(driven)).counted), 'the count')
  const blocked = Number(/in ([\d,]+) blocked/.exec((await seenOf(driven)).counted)?.[1]?.replace(/,/g, ''))
  expect(blocked).toBeGreaterThan(0)
  expect(blocked).toBeLessThan(COUNT)
})
