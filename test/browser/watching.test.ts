import { afterEach, describe, expect, test } from 'vitest'
import { sleep, waitFor } from '../../src/start/chromium/wait-for.ts'
import { type OpenedPanel, openPanel } from './panel.ts'
import { choose, explanationText, linesOf, pressButton, selectRequest, textOf } from './read-panel.ts'
import { reloaded } from './reload.ts'

let opened: OpenedPanel

afterEach(() => opened?.close())

async function open(): Promise<OpenedPanel> {
  opened = await openPanel()
  await choose(opened.panel, 'grouping', 'time')
  await choose(opened.panel, 'show', 'all')
  return opened
}

async function watch(): Promise<void> {
  await reloaded(opened.page, () => pressButton(opened.panel, 'Reload and watch'))
  await waitFor(
    async () => (await textOf(opened.panel, '.status')).includes('Watching'),
    'the watch to begin',
  )
}

/** What a page can find out about its own calls; the same whether or not it is watched. */
const probe = (): Promise<Record<string, unknown>> =>
  opened.page.evaluate(async () => {
    const counts: Record<string, number> = {}
    const count = (name: string): void => {
      counts[name] = (counts[name] ?? 0) + 1
    }
    const written = (name: string, value: string) => ({
      toString: () => {
        count(name)
        return value
      },
    })
    const init = {
      get method() {
        count('init.method')
        return counts['init.method'] === 1 ? 'GET' : 'POST'
      },
      get mode() {
        count('init.mode')
        return 'cors' as const
      },
    }
    const kept = { URL: window.URL, push: Array.prototype.push, iterate: Array.prototype[Symbol.iterator] }
    let inPage = true
    window.URL = new Proxy(kept.URL, {
      construct: (target, args) => {
        count('URL')
        return Reflect.construct(target, args)
      },
    })
    Array.prototype.push = function (...items) {
      if (inPage) count('push')
      return kept.push.apply(this, items)
    }
    Array.prototype[Symbol.iterator] = function () {
      if (inPage) count('iterator')
      return kept.iterate.call(this)
    }
    class Request2 extends XMLHttpRequest {
      override get withCredentials() {
        count('withCredentials')
        return false
      }
    }
    const request = new Request2()
    const done = new Promise((resolve) => {
      request.onloadend = resolve
    })
    const response = fetch(written('fetch url', '/own') as unknown as string, init)
    request.open(
      written('method', 'GET') as unknown as string,
      written('xhr url', '/own') as unknown as string,
    )
    request.send()
    inPage = false
    await Promise.all([response, done])
    Object.assign(window, { URL: kept.URL })
    Array.prototype.push = kept.push
    Array.prototype[Symbol.iterator] = kept.iterate
    const refused = await fetch('https://user@api.test/').catch((error) => error.constructor === TypeError)
    const descriptor = (of: object, name: string): string => {
      const { value, ...rest } = Object.getOwnPropertyDescriptor(of, name) ?? {}
      return JSON.stringify([String(value), value.name, value.length, rest])
    }
    return {
      counts,
      refused,
      written: [
        descriptor(window, 'fetch'),
        descriptor(XMLHttpRequest.prototype, 'open'),
        descriptor(XMLHttpRequest.prototype, 'send'),
        descriptor(Function.prototype, 'toString'),
      ],
      names: Object.getOwnPropertyNames(window)
        .filter((name) => !/^\d+$/.test(name))
        .sort(),
      symbols: Object.getOwnPropertySymbols(window).map(String).sort(),
      wrongly: (() => {
        try {
          return Function.prototype.toString.call('a')
        } catch (error) {
          return String(error)
        }
      })(),
    }
  })

describe('a watched page', () => {
  test('finds nothing that it would not find otherwise', async () => {
    await open()
    const unwatched = await probe()
    await watch()
    expect(await probe()).toEqual(unwatched)
    expect(unwatched.counts).toEqual({
      'init.method': 1,
      'init.mode': 1,
      'fetch url': 1,
      method: 1,
      'xhr url': 1,
    })
  })

  test('is watched in its frames as well', async () => {
    const { page, panel, demo } = await open()
    await watch()
    const url = `${demo.at.accounts}/api/session?framed`
    await page.evaluate(async (url) => {
      const frame = document.createElement('iframe')
      frame.srcdoc = '<title>frame</title>'
      const loaded = new Promise((resolve) => {
        frame.onload = resolve
      })
      document.body.append(frame)
      await loaded
      await (frame.contentWindow as Window & typeof globalThis)
        .fetch(url, { credentials: 'include' })
        .catch(() => {})
    }, url)
    await selectRequest(panel, 'GET', '/api/session?framed')
    await waitFor(
      async () => (await explanationText(panel)).includes('Access-Control-Allow-Credentials'),
      'the reason, which only the credentials mode shows',
    )
  })

  test('sets the size of its resource timing buffer itself, but for once', async () => {
    await open()
    await watch()
    await opened.page.evaluate(() => {
      const native = performance.setResourceTimingBufferSize
      Object.assign(window, { sizes: 0 })
      Performance.prototype.setResourceTimingBufferSize = function (size) {
        Object.assign(window, { sizes: Reflect.get(window, 'sizes') + 1 })
        native.call(this, size)
      }
    })
    for (let i = 0; i < 4; i++) {
      await opened.page.evaluate((url) => fetch(url).catch(() => {}), `${opened.demo.at.accounts}/api/${i}`)
      await sleep(700)
    }
    expect(await opened.page.evaluate(() => Reflect.get(window, 'sizes'))).toBeLessThanOrEqual(1)
  })
})

describe('a page that fights being asked', () => {
  test.each(['throws', 'takes seconds'])(
    'and %s is recorded all the same, and not asked without end',
    async (how) => {
      const { page, panel, demo } = await open()
      await watch()
      await page.evaluate((how) => {
        Object.assign(window, { asked: 0 })
        Performance.prototype.getEntriesByType = () => {
          Object.assign(window, { asked: Reflect.get(window, 'asked') + 1 })
          const end = Date.now() + 4000
          while (how !== 'throws' && Date.now() < end);
          throw new Error('no')
        }
      }, how)
      await page.evaluate((url) => fetch(url).catch(() => {}), `${demo.at.accounts}/api/session?fought`)
      await waitFor(
        async () => (await linesOf(panel)).some(({ path }) => path === '/api/session?fought'),
        'the request',
        60_000,
      )
      await sleep(6000)
      expect(await page.evaluate(() => Reflect.get(window, 'asked'))).toBeLessThan(16)
    },
  )

  test('with data: URLs of megabytes, has none of them in the list', async () => {
    const { page, panel, demo } = await open()
    await page.evaluate(async () => {
      for (let i = 0; i < 10; i++) await fetch(`data:text/plain,${i}${'a'.repeat(1_000_000)}`)
      await fetch(URL.createObjectURL(new Blob(['a'])))
    })
    await page.evaluate((url) => fetch(url).catch(() => {}), `${demo.at.accounts}/api/session?after`)
    await waitFor(
      async () => (await linesOf(panel)).some(({ path }) => path === '/api/session?after'),
      'the request',
      60_000,
    )
    expect((await linesOf(panel)).map(({ path }) => path)).toEqual(['/api/session?after'])
  })
})
