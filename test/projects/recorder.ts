import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll } from 'vitest'
import { openDevTools, setSetting } from '../../src/start/chromium/devtools.ts'
import { launchChromium } from '../../src/start/chromium/launch-chromium.ts'
import { writeRecorderExtension } from '../engines/recorder-extension.ts'
import { startPages } from '../fix/servers/chromium/start-pages.ts'

/** What a page fetches. */
export interface Fetched {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly credentials?: boolean
  readonly body?: string
}

/** What became of a fetch: what the page could read, or nothing. */
export type Seen =
  | { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string }
  | 'blocked'

export interface Recorder {
  /** Fetches from a page; DevTools record it if this is the page that is inspected. */
  readonly fetched: (page: string, recorded: boolean, url: string, what: Fetched) => Promise<Seen>
  /** Reports whether a page can open a web socket. */
  readonly socketOpens: (page: string, url: string) => Promise<boolean>
  /** Returns the text of what DevTools recorded since the last time, as they export it. */
  readonly recording: () => Promise<string>
}

/** Returns a real Chromium for the tests of a file, with DevTools open on one of its pages. */
export function recorder(): Recorder {
  const closing: (() => unknown)[] = []
  const others = new Map<string, Page>()
  let open: { inspected: Page; newPage: () => Promise<Page>; har: () => Promise<string> } | null = null
  beforeAll(async () => {
    const pages = await startPages()
    closing.push(pages.close)
    const extension = writeRecorderExtension()
    closing.push(extension.remove)
    const { browser, close } = await launchChromium({
      extensions: [extension.directory],
      hostResolverRules: `MAP api.localhost 127.0.0.1,${pages.hostResolverRules}`,
      trustedKeys: [pages.publicKeyHash],
      args: ['--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable'],
    })
    closing.push(close)
    const inspected = await browser.newPage()
    const { frontend, extensionPage } = await openDevTools(inspected, extension.page)
    await setSetting(frontend, 'network-log.preserve-log', true)
    const read = () =>
      new Promise<string>((resolve) =>
        chrome.devtools.network.getHAR((log) => resolve(JSON.stringify({ log }))),
      )
    open = { inspected, newPage: () => browser.newPage(), har: () => extensionPage.evaluate(read) }
  })
  afterAll(async () => {
    for (let close = closing.pop(); close; close = closing.pop()) await close()
  })

  let before = 0
  const opened = () => {
    if (open === null) throw new Error('no browser')
    return open
  }
  const pageOf = async (origin: string, recorded: boolean): Promise<Page> => {
    const page = recorded ? opened().inspected : (others.get(origin) ?? (await opened().newPage()))
    if (!recorded) others.set(origin, page)
    if (!page.url().startsWith(`${origin}/`)) await page.goto(`${origin}/`)
    return page
  }
  return {
    async fetched(origin, recorded, url, what) {
      const page = await pageOf(origin, recorded)
      return await page.evaluate(fetchInPage, url, what)
    },
    async socketOpens(origin, url) {
      const page = await pageOf(origin, false)
      return await page.evaluate(opensInPage, url)
    },
    async recording() {
      // DevTools' own view of the last request lags a little behind the page's.
      await new Promise((resolve) => setTimeout(resolve, 300))
      const { log } = JSON.parse(await opened().har()) as { log: { entries: unknown[] } }
      const entries = log.entries.slice(before)
      before = log.entries.length
      return JSON.stringify({ log: { ...log, entries } })
    },
  }
}

async function fetchInPage(url: string, { credentials, ...init }: Fetched): Promise<Seen> {
  try {
    const response = await fetch(url, {
      ...init,
      cache: 'no-store',
      credentials: credentials ? 'include' : 'same-origin',
    })
    const { status, headers } = response
    return { status, headers: Object.fromEntries(headers), body: await response.text() }
  } catch {
    return 'blocked'
  }
}

function opensInPage(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = new WebSocket(url)
    socket.onmessage = () => resolve(true)
    socket.onerror = () => resolve(false)
  })
}

/** What the recorder extension's page offers to code that runs inside it. */
declare const chrome: {
  readonly devtools: { readonly network: { readonly getHAR: (callback: (log: object) => void) => void } }
}
