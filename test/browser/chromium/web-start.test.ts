import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { zipSync } from 'fflate'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { harOfLink } from '../../../src/permalink/link.ts'
import { examples } from '../../../src/rule-page/examples.ts'
import { type LaunchedChromium, launchChromium } from '../../../src/start/chromium/launch-chromium.ts'
import { waitFor } from '../../../src/start/chromium/wait-for.ts'
import { violationsIn } from '../axe.ts'
import { drivenFrame } from './driven-frame.ts'

const url = pathToFileURL(join(process.cwd(), 'dist', 'web', 'index.html')).href
const sample = readFileSync('src/cli/sample.har')
let chromium: LaunchedChromium
let page: Page
const complaints: string[] = []

beforeAll(async () => {
  chromium = await launchChromium()
  page = await chromium.browser.newPage()
  page.on('console', (message) => {
    // The page forbids WebRTC where a browser can; others say that they don't know the word.
    if (!message.text().includes("directive 'webrtc'")) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
})
beforeEach(async () => {
  await page.goto('about:blank')
  await page.setViewport({ width: 1280, height: 800 })
  await page.goto(url)
  // Files can be dropped once the page has been drawn.
  await page.waitForSelector('#box')
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50))))
})
afterAll(async () => {
  await chromium?.close()
  expect(complaints).toEqual([])
})

const text = (selector: string): Promise<string> =>
  page.$eval(selector, (element) => (element as HTMLElement).innerText.replace(/\s+/g, ' '))

/** Waits until a part of the page says something, and returns all that it says. */
async function saying(selector: string, expected: RegExp): Promise<string> {
  await waitFor(
    async () => (await page.$(selector)) !== null && expected.test(await text(selector)),
    String(expected),
  )
  return text(selector)
}

async function explain(pasted: string): Promise<void> {
  await page.$eval(
    '#box',
    (box, pasted) => {
      ;(box as HTMLTextAreaElement).value = pasted
      box.dispatchEvent(new Event('input', { bubbles: true }))
    },
    pasted,
  )
  await page.click('.box [type=submit]')
}

const paste = (pasted: string): Promise<void> =>
  page.evaluate((pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
  }, pasted)

const drop = (files: Readonly<Record<string, Uint8Array>>): Promise<void> =>
  page.evaluate(
    (files) => {
      const dataTransfer = new DataTransfer()
      for (const [name, base64] of files) {
        const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))
        dataTransfer.items.add(new File([bytes], name))
      }
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
    },
    Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')] as const),
  )

describe('the box takes', () => {
  test('a console message: its rule, with a link to the page of it', async () => {
    await explain(
      "Access to fetch at 'https://api.test/?token=hunter2-is-secret-123' from origin 'https://app.test' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
    )
    const said = await saying('.answer', /allow-origin-missing/)
    expect(said).toContain('https://app.test')
    expect(said).not.toContain('hunter2')
    await page.click('.answer .rule-list a')
    expect(await saying('main', /What browsers print/)).toContain('allow-origin-missing')
  })

  test('a failure that is not CORS', async () => {
    await explain('TypeError: Failed to fetch')
    expect(await saying('.answer', /Next:/)).toMatch(/reason/i)
  })

  test('a curl command, and says what it assumes; another page can be named', async () => {
    await explain(
      "curl -i 'https://api.test/x'\nHTTP/2 200\naccess-control-allow-origin: https://shop.test\n",
    )
    await saying('.site-note.assumed', /names no page/)
    await saying('.explanation', /https:\/\/app\.example/)
    await page.$eval('.assumed input', (input) => {
      ;(input as HTMLInputElement).value = 'https://shop.test/some/page'
      input.dispatchEvent(new Event('change', { bubbles: true }))
    })
    await waitFor(async () => !/app\.example/.test(await text('.site')), 'the other origin')
  })

  test('headers, pasted anywhere', async () => {
    await paste(
      'GET /items HTTP/1.1\nHost: api.test\nOrigin: https://shop.test\n\nHTTP/1.1 200 OK\nAccess-Control-Allow-Origin: https://other.test\n',
    )
    expect(await saying('.explanation', /other\.test/)).toContain('https://shop.test')
    expect(await page.$('.assumed')).toBeNull()
  })

  test('a malformed command: the place', async () => {
    await explain("curl 'https://api.test")
    expect(await saying('.answer', /column/)).toContain("line 1, column 6: the quote ' is never closed")
  })
})

describe('files', () => {
  test('packed ones are read, each by its name', async () => {
    await drop({ 'trace.zip': zipSync({ 'one.har': sample }), 'two.har.gz': gzipSync(sample) })
    const status = await saying('.status', /two\.har\.gz/)
    expect(status).toContain('trace.zip/one.har')
    const cells = (): Promise<readonly string[]> =>
      page.$$eval('[role=row] .col-file .text', (found) => found.map((cell) => cell.textContent ?? ''))
    // Both files have the same problems, each with a request of either.
    await waitFor(async () => (await cells()).includes('2 files'), 'the rows of both files')
  })

  test('a wrong one is called what it is', async () => {
    await drop({ 'shot.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0) })
    expect(await saying('.answer', /shot\.png/)).toContain('shot.png is a PNG image')
  })
})

test('a link holds the selected request, and opens it again', async () => {
  await drop({ 'sample.har': sample })
  await saying('.explanation', /./)
  const headline = await text('.explanation .headline, .explanation h2')
  await page.evaluate(() => {
    document.execCommand = () => {
      const area = document.querySelector('textarea[aria-hidden]')
      // Its title is the page's own, which sets it at any time.
      document.body.dataset['copied'] = (area as HTMLTextAreaElement).value
      return true
    }
  })
  await page.click('.share button')
  await saying('.share', /Link copied/)
  const link = await page.evaluate(() => document.body.dataset['copied'] ?? '')
  expect(link).toMatch(/#\/x\/[\w-]+$/)
  expect(link.length).toBeLessThan(1500)
  expect(() => harOfLink(link.split('#/x/')[1] ?? '')).not.toThrow()
  await page.goto('about:blank')
  await page.goto(link)
  await saying('.site-note', /From a link/)
  expect(await text('.explanation .headline, .explanation h2')).toBe(headline)
})

test('on paper everything is open, in one column', async () => {
  await drop({ 'sample.har': sample })
  await saying('.explanation', /./)
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await page.emulateMediaType('print')
  const shown = await page.evaluate(() => ({
    folded: [...document.querySelectorAll<HTMLElement>('.explanation details:not([open])')].filter(
      (one) => one.offsetHeight > 0,
    ).length,
    open: document.querySelectorAll('.explanation details[open]').length,
    list: (document.querySelector('.list') as HTMLElement | null)?.offsetHeight ?? 0,
    tabs: [...document.querySelectorAll('.printed > h2')].map(({ textContent }) => textContent),
    empty: document.querySelectorAll('.printed > h2:last-child').length,
    cut: [...document.querySelectorAll<HTMLElement>('.explanation, .panel, .columns')].filter(
      (one) => one.scrollHeight > one.clientHeight + 1,
    ).length,
  }))
  await page.emulateMediaType('screen')
  expect(shown).toEqual({
    folded: 0,
    open: expect.any(Number),
    list: 0,
    tabs: ['Why', 'Fix', 'Exchange', 'Headers'],
    empty: 0,
    cut: 0,
  })
  expect(shown.open).toBeGreaterThan(0)
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  expect(await page.$('.explanation details:not([open])')).not.toBeNull()
  expect(await page.$('.printed')).toBeNull()
})

test('a damaged link says so', async () => {
  await page.goto(`${url}#/x/aXXXX`)
  await saying('.answer', /damaged/)
})

test('each rule has a page', async () => {
  await page.goto(`${url}#/rules`)
  await saying('main', /every rule/)
  expect(await page.$$eval('.rule-list a', (links) => links.map((link) => link.textContent))).toEqual(
    expect.arrayContaining(Object.keys(examples)),
  )
  for (const id of ['redirect-limit', 'mode-same-origin', 'preflight-redirected']) {
    await page.goto(`${url}#/rules/${id}`)
    await saying('main', new RegExp(`${id}.*Chrome.*Firefox.*Safari`))
  }
})

describe.each([
  ['desktop', 1280],
  ['phone', 360],
])('on a %s', (_, width) => {
  test.each(['#/', '#/rules', '#/rules/header-not-allowed', '#/what-if'])(
    '%s has no fault, and nothing is cut',
    async (hash) => {
      await page.setViewport({ width, height: 800 })
      await page.goto('about:blank')
      await page.goto(url + hash)
      await page.waitForSelector('main')
      expect(await violationsIn(drivenFrame(page))).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    },
  )
})
