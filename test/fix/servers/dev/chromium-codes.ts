import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { launchChromium } from '../../../../src/start/chromium/launch-chromium.ts'
import { listenForCorsErrors } from '../../../browser/chromium/cors-errors.ts'
import { listening } from '../../../dev/send-as-chromium.ts'

/** A fetch of a page; `path` begins with a slash. */
export interface Fetched {
  readonly id: string
  readonly path: string
  readonly request: object
}

/** The page's origin is not that of a loopback address, which dev servers allow. */
const SHOP = 'shop.test'

/** Each fetch has an API of its own, so that each problem is a new one; all of them get the site's cookie. */
const hostOf = (id: string): string => `${id.toLowerCase().replace(/[^a-z0-9]/g, '')}.${SHOP}`

export interface Browsed {
  readonly page: string
  /** Plays fetches against a server, and returns what Chromium's protocol calls each failure; null for none. */
  readonly codesOf: (
    server: Server,
    fetches: readonly Fetched[],
  ) => Promise<ReadonlyMap<string, string | null>>
  readonly close: () => Promise<void>
}

/** Starts a real Chromium with a page of another origin. */
export async function browsed(): Promise<Browsed> {
  const pages = await listening(
    createServer(
      (_request, response) => void response.setHeader('Content-Type', 'text/html').end('<!doctype html>'),
    ),
  )
  const { browser, close } = await launchChromium({
    hostResolverRules: 'MAP *.test 127.0.0.1',
    args: ['--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable'],
  })
  const page = await browser.newPage()
  const errors = await listenForCorsErrors(page)
  const origin = `http://${SHOP}:${portOf(pages)}`
  await page.goto(`${origin}/`)
  // A server sees the credentials mode only by it.
  await page.evaluate(`document.cookie = 'sid=1; domain=${SHOP}'`)
  return {
    page: origin,
    async codesOf(server, fetches) {
      const urls = new Map(
        fetches.map(({ id, path }) => [id, `http://${hostOf(id)}:${portOf(server)}${path}`]),
      )
      for (const { id, request } of fetches)
        await page.evaluate(
          `fetch(${JSON.stringify(urls.get(id))}, ${JSON.stringify(request)}).then((response) => response.text()).then(() => true, () => false)`,
        )
      // The protocol lags a little behind the page.
      await new Promise((resolve) => setTimeout(resolve, 300))
      return new Map([...urls].map(([id, url]) => [id, errors.of(url)]))
    },
    async close() {
      await close()
      pages.close()
    },
  }
}

/** Reports whether a URL is that of a fetch. */
export const isOf = (id: string, url: string): boolean => new URL(url).hostname === hostOf(id)

const portOf = (server: Server): number => (server.address() as AddressInfo).port
