import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type LaunchedChromium, launchChromium } from '../../src/start/chromium/launch-chromium.ts'
import { usedHere } from './used-here.ts'

const har = readFileSync('test/recordings/chromium-devtools.har', 'utf8')

const PAGE = '<!doctype html><title>page</title><script type="module" src="/page.mjs"></script>'

/** What page.mjs leaves on the window. */
declare global {
  interface Window {
    use: Readonly<Record<'inPage' | 'inWorker', (text: string) => Promise<string>>>
  }
}

let server: Server
let chromium: LaunchedChromium
beforeAll(async () => {
  server = createServer(({ url = '/' }, response) => {
    const file = join(inject('project'), new URL(url, 'http://localhost').pathname)
    if (url === '/') response.setHeader('Content-Type', 'text/html').end(PAGE)
    else if (/\.m?js$/.test(file))
      response.setHeader('Content-Type', 'text/javascript').end(readFileSync(file))
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  chromium = await launchChromium()
}, 60_000)
afterAll(async () => {
  await chromium?.close()
  server.closeAllConnections()
  server.close()
})

test('it does the same in a page and in a worker of Chromium', async () => {
  const page = await chromium.browser.newPage()
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  await page.waitForFunction(() => 'use' in window)
  const expected = await usedHere(har)
  expect(JSON.parse(await page.evaluate((text) => window.use.inPage(text), har))).toEqual(expected)
  expect(JSON.parse(await page.evaluate((text) => window.use.inWorker(text), har))).toEqual(expected)
}, 60_000)
