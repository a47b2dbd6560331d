import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { sleep, waitFor } from '../../src/start/chromium/wait-for.ts'
import type { Driven } from './driven.ts'
import { type OpenedPanel, type OpenedTab, openPanel } from './panel.ts'
import { reload } from './reload.ts'

/** How many requests are made in all: `WHYCORS_EVENTS=20000` for the long run. */
const EVENTS = Number(process.env['WHYCORS_EVENTS'] ?? 800)

/** How many a page makes between two disturbances. */
const BATCH = Math.min(500, EVENTS / 8)

let opened: OpenedPanel
let stop = (): void => {}

afterEach(async () => {
  await opened?.close()
  stop()
})

/** Returns the origin of a server that counts the requests that it gets, by path. */
async function startCounting(): Promise<{ readonly at: string; readonly counts: Map<string, number> }> {
  const counts = new Map<string, number>()
  const server = createServer(({ url = '' }, response) => {
    counts.set(url, (counts.get(url) ?? 0) + 1)
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end('a')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  stop = () => {
    server.closeAllConnections()
    server.close()
  }
  return { at: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, counts }
}

interface WithTraffic {
  /** How many of the requests that it was told to make are answered. */
  answered: number
}

/**
 * Has a page make requests, many at once, and returns what waits for their responses. No call into the page takes long, and none
 * is made during another: Firefox's driver answers only the last one.
 */
async function startFetching(
  page: Driven,
  at: string,
  from: number,
  count: number,
): Promise<() => Promise<unknown>> {
  await page.evaluate(
    (at, from, count) => {
      const traffic = window as unknown as WithTraffic
      traffic.answered = 0
      let next = from
      const one = async (): Promise<void> => {
        while (next < from + count) {
          const response = await fetch(`${at}/${next++}`)
          await response.text()
          traffic.answered++
        }
      }
      for (let i = 0; i < 50; i++) void one()
    },
    at,
    from,
    count,
  )
  const answered = (): Promise<number> => page.evaluate(() => (window as unknown as WithTraffic).answered)
  return () => waitFor(async () => (await answered()) === count, `${count} responses`, 30_000 + count * 60)
}

const fetchAll = async (page: Driven, at: string, from: number, count: number): Promise<void> => {
  const answered = await startFetching(page, at, from, count)
  await answered()
}

interface WithSession {
  readonly whycorsSession: {
    readonly store: {
      get(): {
        readonly diagnoses: readonly { readonly verdict: { readonly exchange: { readonly url: string } } }[]
      }
    }
    pause(paused: boolean): void
    configure(change: { readonly preserveLog: boolean; readonly keep: number }): void
  }
}

/** Returns how often the panel has each path of a server. */
const recorded = async (panel: Driven, at: string): Promise<ReadonlyMap<string, number>> => {
  const urls = await panel.evaluate(() =>
    (window as unknown as WithSession).whycorsSession.store
      .get()
      .diagnoses.map(({ verdict }) => verdict.exchange.url),
  )
  const counts = new Map<string, number>()
  for (const url of urls) {
    if (!url.startsWith(at)) continue
    const path = url.slice(at.length)
    counts.set(path, (counts.get(path) ?? 0) + 1)
  }
  return counts
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

const session = (panel: Driven, action: 'pause' | 'resume' | 'keep all'): Promise<void> =>
  panel.evaluate((action) => {
    const { whycorsSession } = window as unknown as WithSession
    if (action === 'keep all') whycorsSession.configure({ preserveLog: true, keep: 100_000 })
    else whycorsSession.pause(action === 'pause')
  }, action)

test(
  `${EVENTS} requests of two tabs are all recorded, through navigation, docking and pauses`,
  async () => {
    opened = await openPanel()
    const { at, counts } = await startCounting()
    await session(opened.panel, 'keep all')
    let made = 0
    for (const side of ['right', 'bottom', 'undocked'] as const) {
      await fetchAll(opened.page, `${at}/one`, made, BATCH)
      made += BATCH
      await opened.setDockSide(side)
    }
    const other: OpenedTab = await opened.openTab()
    const tabs = [
      { ...opened, origin: `${at}/one` },
      { ...other, origin: `${at}/two` },
    ]
    await session(other.panel, 'keep all')
    for (let round = 0; made < EVENTS; made += 2 * BATCH, round++) {
      const answers: (() => Promise<unknown>)[] = []
      for (const { page, origin } of tabs) answers.push(await startFetching(page, origin, made, BATCH))
      for (const answered of answers) await answered()
      if (round % 2 === 0) for (const { page } of tabs) await reload(page)
      else {
        // What was made before the pause is reported a moment later.
        await sleep(1500)
        await session(opened.panel, 'pause')
        await fetchAll(opened.page, `${at}/paused`, made, 20)
        await sleep(1500)
        await session(opened.panel, 'resume')
      }
    }
    expect(sum([...counts].filter(([path]) => !path.startsWith('/paused')).map(([, count]) => count))).toBe(
      made,
    )
    for (const { panel, origin } of tabs) {
      const sent = [...counts].filter(([path]) => `${at}${path}`.startsWith(`${origin}/`))
      const lost = async () => {
        const found = await recorded(panel, at)
        return sent.filter(([path, count]) => found.get(path) !== count).map(([path]) => path)
      }
      await waitFor(async () => (await lost()).length === 0, 'all of them', 60_000).catch(() => {})
      expect(await lost()).toEqual([])
    }
    const paths = [...(await recorded(opened.panel, at)).keys()]
    expect(paths.filter((path) => !path.startsWith('/one/'))).toEqual([])
  },
  60_000 + EVENTS * 100,
)
