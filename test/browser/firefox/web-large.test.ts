import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { waitFor } from '../../../src/start/chromium/wait-for.ts'
import { has } from '../driven.ts'
import { dropLarge, seenOf } from '../large-recording.ts'
import { type Firefox, startFirefox } from './start-firefox.ts'
import { drivenPage, openTab } from './tab.ts'

let firefox: Firefox
beforeAll(async () => {
  firefox = await startFirefox()
})
afterAll(() => firefox?.close())

test('the web page from disk has its thread, and rows before a file is whole', async () => {
  const url = pathToFileURL(join(process.cwd(), 'dist', 'web', 'index.html')).href
  const page = drivenPage(firefox, await openTab(firefox, url))
  await waitFor(() => has(page, '#box'), 'the page')
  const refused = await page.evaluate(() => {
    const found: string[] = []
    const asked: string[] = []
    Object.assign(window, { found, asked })
    const { postMessage } = Worker.prototype
    Worker.prototype.postMessage = function (this: Worker, ...args: [unknown]) {
      asked.push((args[0] as { readonly type: string }).type)
      postMessage.apply(this, args as never)
    }
    addEventListener('securitypolicyviolation', (event) => found.push(event.effectiveDirective))
    return found.length
  })
  expect(refused).toBe(0)
  await dropLarge(page, 2000, false)
  await waitFor(async () => (await seenOf(page)).isOver, 'the end of the file')
  const { rowsWhileReading } = await seenOf(page)
  expect(rowsWhileReading).toBeGreaterThan(0)
  // The list is made in slices, and may take a moment longer.
  const words = '1 problem in 2,000 blocked requests'
  await waitFor(async () => (await seenOf(page)).counted.includes(words), words)
  expect(await page.evaluate(() => Reflect.get(window, 'found') as string[])).toEqual([])
  expect(await page.evaluate(() => Reflect.get(window, 'asked') as string[])).toContain('read')
})
