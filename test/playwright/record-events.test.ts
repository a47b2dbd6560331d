import { EventEmitter } from 'node:events'
import { expect, it } from 'vitest'
import { corsMatchers, explainRecording, recordPage } from '../../src/playwright/index.ts'
import type { PlaywrightRequest } from '../../src/playwright/recordable-page.ts'

const PAGE = 'https://shop.example/cart'

interface Told {
  readonly method: string
  readonly url: string
  readonly failure?: string
  readonly response?: Readonly<Record<string, string>>
}

/** A page as Playwright's Firefox and WebKit give it: they have no session of Chromium's protocol. */
function firefoxPage() {
  const events = new EventEmitter()
  const page = {
    url: () => PAGE,
    context: () => ({
      newCDPSession: async (): Promise<never> => {
        throw new Error('CDP session is only available in Chromium')
      },
    }),
    on: (event: string, listener: (request: PlaywrightRequest) => void) => events.on(event, listener),
  }
  const tell = ({ method, url, failure, response = {} }: Told): void => {
    events.emit(failure === undefined ? 'requestfinished' : 'requestfailed', {
      method: () => method,
      url: () => url,
      resourceType: () => 'fetch',
      allHeaders: async () => ({
        origin: 'https://shop.example',
        'user-agent': 'Firefox/153.0',
        host: new URL(url).host,
      }),
      response: async () => ({
        status: () => 200,
        statusText: () => 'OK',
        headersArray: async () => Object.entries(response).map(([name, value]) => ({ name, value })),
      }),
      failure: () => (failure === undefined ? null : { errorText: failure }),
      timing: () => ({ startTime: 1_700_000_000_000, responseEnd: 12 }),
    })
  }
  return { page, tell }
}

it('records what Playwright tells of other browsers, and says that the reason is open', async () => {
  const { page, tell } = firefoxPage()
  const recorder = await recordPage(page)
  tell({ method: 'PUT', url: 'https://api.test/items', failure: 'NS_ERROR_DOM_BAD_URI' })
  await recorder.idle(1000)
  expect(recorder.har().log.entries).toHaveLength(1)
  const { blocked, text } = await explainRecording(recorder.har())
  expect(blocked).toBe(1)
  expect(text).toContain('CORS blocked, or may have blocked, 1 request.')
  expect(text).toContain("Playwright doesn't record preflights.")
  expect((await corsMatchers.toHaveNoCorsFailures(page)).pass).toBe(false)
})

it('takes the word of WebKit, whose error says that it was CORS, and no error of the network', async () => {
  const { page, tell } = firefoxPage()
  const recorder = await recordPage(page)
  const failure =
    'Origin https://shop.example is not allowed by Access-Control-Allow-Origin. Status code: 200'
  tell({ method: 'GET', url: 'https://api.test/items', failure })
  tell({ method: 'GET', url: 'https://other.test/items', failure: 'Could not connect to the server.' })
  await recorder.idle(1000)
  expect((await explainRecording(recorder.har())).blocked).toBe(1)
})

it('is content with what was allowed', async () => {
  const { page, tell } = firefoxPage()
  const recorder = await recordPage(page)
  tell({ method: 'GET', url: 'https://api.test/items', response: { 'access-control-allow-origin': '*' } })
  tell({ method: 'GET', url: 'https://shop.example/style.css', failure: 'NS_ERROR_CONNECTION_REFUSED' })
  await recorder.idle(1000)
  expect(await explainRecording(recorder.har())).toEqual({ blocked: 0, text: '' })
})

it('says so if a page isn’t recorded', async () => {
  await expect(corsMatchers.toHaveNoCorsFailures({})).rejects.toThrow('This page is not being recorded.')
})
