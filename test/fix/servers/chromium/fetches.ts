import puppeteer, { type Browser, type Frame, type Page } from 'puppeteer-core'
import { afterAll, beforeAll, inject } from 'vitest'
import type { Asked } from '../battery/ask.ts'

/** What became of a fetch in a real browser: the status that the page could read, or nothing. */
export type Seen = { readonly type: 'shared'; readonly status: number } | { readonly type: 'blocked' }

/** Returns a function that fetches from pages of real origins, in the one Chromium of a run. */
export function fetches(): (port: number, asked: Asked) => Promise<Seen> {
  const frames = new Map<string, Promise<Frame>>()
  let browser: Browser | null = null
  let pages: Page[] = []
  beforeAll(async () => {
    browser = await puppeteer.connect({ browserWSEndpoint: inject('chromium'), defaultViewport: null })
  })
  afterAll(async () => {
    for (const page of pages) await page.close()
    pages = []
    await browser?.disconnect()
  })
  const open = async (origin: string): Promise<Frame> => {
    if (browser === null) throw new Error('no browser')
    const page = await browser.newPage()
    pages.push(page)
    if (origin !== 'null') {
      await page.goto(`${origin}/`)
      const opened = await page.evaluate(() => location.origin)
      if (opened !== origin) throw new Error(`the page of ${origin} has the origin ${opened}`)
      return page.mainFrame()
    }
    await page.goto('https://app.example.com/')
    await page.evaluate(() => {
      const frame = document.createElement('iframe')
      frame.sandbox.add('allow-scripts')
      frame.srcdoc = '<!doctype html>'
      document.body.append(frame)
      return new Promise((resolve) => frame.addEventListener('load', resolve))
    })
    const sandboxed = page.frames().find((frame) => frame !== page.mainFrame())
    if (sandboxed === undefined) throw new Error('no sandboxed frame')
    return sandboxed
  }
  return async (port, { origin, method = 'GET', path = '/items', headers = [], credentials = false }) => {
    const opened = frames.get(origin) ?? open(origin)
    frames.set(origin, opened)
    const frame = await opened
    return await frame.evaluate(
      async (url, init): Promise<Seen> => {
        try {
          const { status } = await fetch(url, init)
          return { type: 'shared', status }
        } catch {
          return { type: 'blocked' }
        }
      },
      `http://127.0.0.1:${port}${path}`,
      {
        method,
        cache: 'no-store',
        credentials: credentials ? 'include' : 'same-origin',
        headers: Object.fromEntries(headers.map((name) => [name, 'application/json'])),
      } as const,
    )
  }
}
