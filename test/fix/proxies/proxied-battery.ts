import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import puppeteer, { type Browser, type BrowserContext, type Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { prefixOf } from '../../../src/fix/proxies/prefix-of.ts'
import type { ProxiedApi } from '../../../src/fix/proxies/proxied-api.ts'
import type { ProxyKind, ProxySnippet } from '../../../src/fix/proxies/proxy.ts'
import type { Running } from '../servers/start/start.ts'
import { type Api, type Reached, startApi } from './start-api.ts'

/** Starts the server of a page with a snippet, which it is given once the port of the page is known. */
export type BootPage = (snippetAt: (port: number) => ProxySnippet) => Promise<Running>

/** What this kind of proxy cannot do; each is a note of its snippet. */
export interface Cannot {
  /** What the API allows to others and the cookies that it sets pass through. */
  readonly dropResponseHeaders?: string
}

/** Asks an API without CORS headers through a page's own server, from that page in real Chromium. */
export function proxiedBattery(proxy: ProxyKind, boot: BootPage, cannot: Cannot = {}): void {
  describe('without cookies', () => {
    const at = proxied(proxy, boot, false)

    test('the page cannot read the API directly', async () =>
      expect(await at.fetched(`${at.target}/items`)).toBeNull())

    test.each(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])(
      '%s arrives with query, header and body',
      async (method) => {
        const body = method === 'GET' ? undefined : '{"a":1}'
        const headers = { 'X-Api-Version': '2', 'Content-Type': 'application/json' }
        const answer = await at.fetched(`${at.prefix}/a%20b/items/?q=x%26y&z=`, { method, headers, body })
        expect(answer).toMatchObject({
          status: 200,
          headers: { 'x-answer': 'of the API' },
          reached: { method, url: '/a%20b/items/?q=x%26y&z=', body: body ?? '' },
        })
        expect(answer?.reached.headers).toMatchObject({
          'x-api-version': '2',
          'content-type': 'application/json',
          host: new URL(at.target).host,
        })
        expect(answer?.reached.headers).not.toHaveProperty('origin')
      },
    )

    test.each([201, 404, 418, 503])('status %i is what the page sees', async (status) =>
      expect(await at.fetched(`${at.prefix}/status/${status}`)).toMatchObject({
        status,
        reached: { url: `/status/${status}` },
      }),
    )

    test("the page's cookies stay with the page", async () => {
      await at.setCookie('session=secret; path=/')
      const answer = await at.fetched(`${at.prefix}/items`)
      expect(answer?.reached.headers).not.toHaveProperty('cookie')
    })

    test("the API's HTML cannot run as the page's", async () =>
      expect((await at.fetched(`${at.prefix}/items`))?.headers['content-security-policy']).toBe('sandbox'))

    if (cannot.dropResponseHeaders === undefined)
      test('what the API sets and allows stays behind', async () => {
        const answer = await at.fetched(`${at.prefix}/open`)
        expect(answer?.headers).not.toHaveProperty('access-control-allow-origin')
        expect(await at.cookies()).not.toContain('api=1')
      })
    else
      test('its notes say what passes through', () =>
        expect(JSON.stringify(at.snippet().notes)).toContain(cannot.dropResponseHeaders))

    test('the page itself is still there', async () => expect(await at.title()).toBe('own page'))

    test('the curl check shows the answer of the API', async () => {
      const [check] = at.snippet().check
      const { stdout } = await promisify(execFile)('/bin/sh', ['-c', check?.command ?? ''])
      expect(stdout).toMatch(/^HTTP\/1\.1 200/)
      expect(JSON.parse(stdout.split('\r\n\r\n')[1] ?? '')).toMatchObject({
        method: 'GET',
        url: '/items?page=1',
      })
    })
  })

  describe('with cookies', () => {
    const at = proxied(proxy, boot, true)

    test("the API's cookie comes back to the API, and to nothing else of the page's host", async () => {
      await at.fetched(`${at.prefix}/items`)
      expect((await at.fetched(`${at.prefix}/items`))?.reached.headers['cookie']).toBe('api=1')
      if (cannot.dropResponseHeaders === undefined) expect(await at.cookies()).not.toContain('api=1')
    })
  })
}

/** What a page saw of an answer, and what the API said had reached it. */
interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly reached: Reached
}

interface Asking {
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
}

function proxied(proxy: ProxyKind, boot: BootPage, credentials: boolean) {
  let api: Api | null = null
  let running: Running | null = null
  let browser: Browser | null = null
  let context: BrowserContext | null = null
  let page: Page | null = null
  const target = (): string => `http://127.0.0.1:${api?.port}`
  const snippetAt = (port: number): ProxySnippet => {
    const asked: ProxiedApi = {
      target: target(),
      urls: [`${target()}/items?page=1`, `${target()}/a%20b/items/`],
      page: `http://127.0.0.1:${port}`,
      credentials,
      headers: ['x-api-version'],
    }
    const snippet = proxy.generate(asked)
    if (snippet.type === 'unsupported') throw new Error(JSON.stringify(snippet.why))
    return snippet
  }
  beforeAll(async () => {
    api = await startApi()
    running = await boot(snippetAt)
    browser = await puppeteer.connect({ browserWSEndpoint: inject('chromium'), defaultViewport: null })
    context = await browser.createBrowserContext()
    page = await context.newPage()
    await page.goto(`http://127.0.0.1:${running.port}/`)
  })
  afterAll(async () => {
    await context?.close()
    await browser?.disconnect()
    await running?.stop()
    await api?.close()
  })
  const there = (): Page => {
    if (page === null) throw new Error('no page')
    return page
  }
  return {
    get target() {
      return target()
    },
    get prefix() {
      return prefixOf(target())
    },
    snippet: () => snippetAt(running?.port ?? 0),
    title: () => there().title(),
    cookies: () => there().evaluate(() => document.cookie),
    setCookie: (cookie: string) =>
      there().evaluate((value) => {
        // biome-ignore lint/suspicious/noDocumentCookie: a page sets its session this way
        document.cookie = value
      }, cookie),
    /** Returns what the page could read of an answer; null if the browser kept it. */
    fetched: (
      url: string,
      { method, headers, body }: Asking = { method: 'GET', headers: {}, body: undefined },
    ) =>
      there().evaluate(
        async (asked, init): Promise<Answer | null> => {
          try {
            const response = await fetch(asked, init)
            const reached = (await response.json()) as Reached
            return { status: response.status, headers: Object.fromEntries(response.headers), reached }
          } catch {
            return null
          }
        },
        url,
        { method, headers, ...(body === undefined ? {} : { body }) },
      ),
  }
}
