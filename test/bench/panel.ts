import type { Session } from '../../src/panel/state/session.ts'
import { sleep } from '../../src/start/chromium/wait-for.ts'
import { waysAt } from '../../src/start/demo/ways.ts'
import type { Driven } from '../browser/driven.ts'
import { openPanel } from '../browser/panel.ts'
import { choose } from '../browser/read-panel.ts'
import { describe, scrollList, typeInFilter } from './drive-list.ts'
// @ts-expect-error a script of the bench, which has no types
import { addRow } from './rows.mjs'
import { within } from './within.ts'

declare global {
  interface Window {
    /** The panel's own. */
    whycorsSession?: Session
  }
}

const REQUESTS = Number(process.env['WHYCORS_BENCH_REQUESTS'] ?? 5000)
/** Somewhat less than a minute, so that the last one starts within it. */
const SECONDS = Number(process.env['WHYCORS_BENCH_SECONDS'] ?? (55 * REQUESTS) / 5000)
const KINDS = [
  'no-header',
  'header-twice',
  'options-not-routed',
  'method-not-listed',
  'redirect-to-other-origin',
]

/** A browser that is busy doesn't send what is more than it can. */
const NOT_SENT = 'net::ERR_INSUFFICIENT_RESOURCES'

/** Prints how the real panel in a real Chromium takes a page that makes 5,000 requests within a minute. */
export async function main(): Promise<number> {
  const { page, panel, extensionPage, demo, close } = await openPanel()
  try {
    await choose(panel, 'show', 'all')
    await choose(panel, 'grouping', 'time')
    const calls = waysAt(demo.at)
      .filter(({ id }) => KINDS.includes(id))
      .flatMap(({ calls }) =>
        calls.slice(-1).map(({ to, path, ...call }) => ({ url: demo.at[to] + path, ...call })),
      )
    // The hidden page holds the recording, the panel draws it; both share one thread.
    for (const frame of [extensionPage, panel]) await watchTasks(frame)
    const started = performance.now()
    await page.evaluate(makeRequests, calls, REQUESTS, SECONDS)
    const made = performance.now()
    const counts = await settledCounts(panel)
    const wrong = await notRight(panel)
    if (wrong.length > 0) print(`NOT RIGHT: ${wrong.length}, such as ${wrong.slice(0, 5).join('; ')}`)
    const tasks = await Promise.all([extensionPage, panel].map(tasksOf))
    // A task is reported to the document that it is for, or to both.
    const long = tasks.flatMap((one) => one.long).sort(([, a], [, b]) => b - a)
    const over = long.filter(([, duration]) => duration > 100)
    const shown = over.slice(0, 5).map(([at, duration]) => `${duration.toFixed(0)} ms at ${seconds(at)}`)
    print(`${REQUESTS} requests in ${seconds(made - started)}, made to be blocked`)
    print(`${seconds(Math.max(0, counts.since - made))} later it counts: ${counts.text}`)
    print(
      `longest task ${(long[0]?.[1] ?? 0).toFixed(0)} ms, ${over.length} over 100 ms${over.length > 0 ? ` (${shown.join(', ')})` : ''}; longest gap ${longestGap(tasks)} ms`,
    )
    const heaps = await Promise.all([heapOf(extensionPage), heapOf(panel)])
    print(`heap ${heaps.map((bytes) => `${(bytes / 1e6).toFixed(0)} MB`).join(' (recording), ')} (panel)`)
    const keys = await panel.evaluate(typeInFilter, 'api.')
    print(`a key in the filter is drawn after ${keys.map((time) => `${time.toFixed(0)} ms`).join(', ')}`)
    await sleep(500)
    const frames = await panel.evaluate(scrollList, 4000)
    print(`scrolling: ${describe(frames)}`)
    const name = `Panel, ${REQUESTS.toLocaleString('en')} requests`
    const [longest, slowest] = [long[0]?.[1] ?? 0, Math.max(...keys)]
    addRow({
      what: `${name}: longest task`,
      measured: `${longest.toFixed(0)} ms`,
      goal: '50 ms',
      met: longest <= 50,
    })
    addRow({
      what: `${name}: a key in the filter`,
      measured: `${slowest.toFixed(0)} ms`,
      goal: '50 ms',
      met: slowest <= 50,
    })
    addRow({
      what: `${name}: scrolling`,
      measured: `${within(frames, 0.95).toFixed(0)} ms from frame to frame, in 95 of 100`,
      goal: '17 ms',
      met: within(frames, 0.95) < 17.5,
    })
    return 0
  } finally {
    await close()
  }
}

/** Returns what the panel counts once that has not changed for a while, and since when it has not. */
async function settledCounts(panel: Driven): Promise<{ readonly text: string; readonly since: number }> {
  let [text, since] = ['', performance.now()]
  while (performance.now() - since < 4000) {
    const now = await panel.evaluate(() =>
      [...document.querySelectorAll('.choice label')]
        .slice(0, 4)
        .map(({ textContent }) => textContent)
        .join(', '),
    )
    if (now !== text) [text, since] = [now, performance.now()]
    await sleep(100)
  }
  return { text, since }
}

/** Returns what the panel does not have of what the page asked for, or does not know to be blocked. */
async function notRight(panel: Driven): Promise<readonly string[]> {
  const verdicts = await panel.evaluate(() =>
    (window.whycorsSession?.store.get().diagnoses ?? []).flatMap((one) => {
      if (!('verdict' in one)) return []
      const { exchange, type } = one.verdict
      const entries = exchange.chain
        .flatMap(({ preflight, actual }) => [preflight, actual])
        .filter((entry) => entry !== null)
      const seen = entries
        .map((entry) => `${entry.request.method} ${entry.response.status} ${entry.vendor.error ?? ''}`)
        .join(', ')
      return [{ url: exchange.url, type, seen }]
    }),
  )
  const numberOf = (url: string) => Number(new URL(url).searchParams.get('n'))
  const had = new Set(verdicts.map(({ url }) => numberOf(url)))
  // It keeps a number of requests that the user can set, and counts the older ones.
  const removed = await panel.evaluate(() =>
    [...(window.whycorsSession?.store.get().removed.values() ?? [])].reduce(
      (sum, { count }) => sum + count,
      0,
    ),
  )
  const missing = Array.from({ length: REQUESTS }, (_, n) => n).filter((n) => !had.has(n))
  const lost = missing.length <= removed ? [] : missing
  const unsure = verdicts.filter(
    ({ type, seen }) => type !== 'blocked' && type !== 'not-cors' && !seen.includes(NOT_SENT),
  )
  return [
    ...lost.map((n) => `request ${n}, ${KINDS[n % KINDS.length]}`),
    ...unsure.map(({ url, type, seen }) => `${type}: ${url} (${seen})`),
  ]
}

const print = (text: string) => console.log(`panel        ${text}`)
const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`

interface Call {
  readonly url: string
}

/** Runs in the page: starts so many requests, evenly over so many seconds, and waits for all of them. */
async function makeRequests(calls: readonly Call[], count: number, seconds: number): Promise<void> {
  const began = performance.now()
  const running: Promise<unknown>[] = []
  for (let i = 0; i < count; ) {
    const due = Math.min(count, Math.ceil(((performance.now() - began) / (seconds * 1000)) * count) + 1)
    for (; i < due; i++) {
      const { url, ...init } = calls[i % calls.length] ?? { url: '/' }
      running.push(fetch(`${url}${url.includes('?') ? '&' : '?'}n=${i}`, init).catch(() => null))
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  await Promise.all(running)
}

interface Tasks {
  /** When each began, and how long it took. */
  readonly long: readonly (readonly [at: number, duration: number])[]
  readonly gap: number
}

/** Has a document note its long tasks, and how long a timer of 10 ms takes at most. */
const watchTasks = (frame: Driven) =>
  frame.evaluate(() => {
    const tasks = { long: [] as (readonly [number, number])[], gap: 0 }
    const began = performance.now()
    Object.assign(window, { tasks })
    new PerformanceObserver((list) => {
      tasks.long.push(
        ...list.getEntries().map(({ startTime, duration }) => [startTime - began, duration] as const),
      )
    }).observe({ type: 'longtask', buffered: false })
    let last = performance.now()
    setInterval(() => {
      const now = performance.now()
      tasks.gap = Math.max(tasks.gap, now - last - 10)
      last = now
    }, 10)
  })

const tasksOf = (frame: Driven): Promise<Tasks> =>
  frame.evaluate(() => {
    const tasks: Tasks = Reflect.get(window, 'tasks')
    return tasks
  })

const longestGap = (tasks: readonly Tasks[]): string => Math.max(...tasks.map(({ gap }) => gap)).toFixed(0)

const heapOf = (frame: Driven): Promise<number> =>
  frame.evaluate(() => {
    const { memory } = performance as unknown as { readonly memory?: { readonly usedJSHeapSize: number } }
    return memory?.usedJSHeapSize ?? 0
  })
