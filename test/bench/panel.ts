import type { Session } from '../../src/panel/state/session.ts'
import { sleep } from '../../src/start/chromium/wait-for.ts'
import { waysAt } from '../../src/start/demo/ways.ts'
import { type OpenedInChromium, openInChromium } from '../browser/chromium/open-in-chromium.ts'
import type { Driven } from '../browser/driven.ts'
import { choose } from '../browser/read-panel.ts'
import { startLocalDemo } from '../demo/sample-demo.ts'
import { addKeyRow } from './add-key-row.ts'
import { addScrollRow } from './add-scroll-row.ts'
import { describe, keyTimes, scrollList } from './drive-list.ts'
import { makeRequests } from './make-requests.ts'
import { notRight } from './not-right.ts'
// @ts-expect-error a script of the bench, which has no types
import { addRow } from './rows.mjs'
import { TASKS, type Task, tasksIn } from './tasks-in.ts'

declare global {
  interface Window {
    /** The panel's own. */
    whycorsSession?: Session
  }
}

const REQUESTS = Number(process.env['WHYCORS_BENCH_REQUESTS'] ?? 5000)
/** Somewhat less than a minute for 5,000, and than six for 100,000. */
const SECONDS = Number(process.env['WHYCORS_BENCH_SECONDS'] ?? Math.max(55, REQUESTS / 300))
/** With as many requests as this, memory has to be bounded: by default, the panel keeps 5,000. */
const MANY = 20_000
const KINDS = [
  'no-header',
  'header-twice',
  'options-not-routed',
  'method-not-listed',
  'redirect-to-other-origin',
]

/** Many requests are made in so many parts, between which memory is measured; of each, the tasks of this share are traced. */
const PARTS = REQUESTS >= MANY ? 10 : 1
const TRACED = REQUESTS >= MANY ? 0.2 : 1

/** After each part nothing happens for so long, in milliseconds: then the panel reads everything that DevTools holds. */
const QUIET = 4000

/** Prints how the real panel in a real Chromium takes a page that makes thousands of requests. */
export async function main(): Promise<number> {
  const opened = await openInChromium({
    startDemo: async () => ({ ...(await startLocalDemo()), args: ['--js-flags=--expose-gc'] }),
  })
  const { page, panel, demo, close } = opened
  try {
    await choose(panel, 'show', 'all')
    await choose(panel, 'grouping', 'time')
    const calls = waysAt(demo.at)
      .filter(({ id }) => KINDS.includes(id))
      .flatMap(({ calls }) =>
        calls.slice(-1).map(({ to, path, ...call }) => ({ url: demo.at[to] + path, ...call })),
      )
    const tasks: Task[] = []
    const heaps: (readonly [requests: number, bytes: number])[] = []
    let took = 0
    const make = async (from: number, to: number) => {
      const began = performance.now()
      const range = [Math.round(from * REQUESTS), Math.round(to * REQUESTS)] as const
      await page.evaluate(makeRequests, calls, range, SECONDS * (to - from))
      took += performance.now() - began
    }
    for (let part = 0; part < PARTS; part++) {
      const [from, to] = [part / PARTS, (part + 1) / PARTS]
      const traced = to - TRACED / PARTS
      if (traced > from) await make(from, traced)
      tasks.push(
        ...(await tasksDuring(opened, async () => {
          await make(traced, to)
          await sleep(QUIET)
        })),
      )
      heaps.push([Math.round(to * REQUESTS), await heapOf(opened)])
      if (PARTS > 1)
        print(`${heaps.at(-1)?.[0]} requests in ${seconds(took)}, heap ${megabytes(heaps.at(-1)?.[1] ?? 0)}`)
    }
    const made = performance.now()
    print(`${REQUESTS} requests in ${seconds(took)}, made to be blocked`)
    const counts = await settledCounts(panel)
    const wrong = await notRight(panel, { requests: REQUESTS, kinds: KINDS })
    if (wrong.length > 0) print(`NOT RIGHT: ${wrong.length}, such as ${wrong.slice(0, 5).join('; ')}`)
    print(`${seconds(Math.max(0, counts.since - made))} later it counts: ${counts.text}`)
    // The panel may just have read everything that DevTools holds.
    heaps[heaps.length - 1] = [REQUESTS, await heapOf(opened)]
    print(`heap ${heaps.map(([requests, bytes]) => `${requests}: ${megabytes(bytes)}`).join(', ')}`)
    const name = `Panel, ${REQUESTS.toLocaleString('en')} requests`
    addTasks(name, tasks)
    if (REQUESTS >= MANY) addHeaps(name, heaps)
    const keys = await keyTimes(panel, 'api.')
    print(`a key in the filter is drawn after ${keys.map((time) => `${time.toFixed(0)} ms`).join(', ')}`)
    addKeyRow(name, keys)
    await sleep(500)
    const frames = await panel.evaluate(scrollList, 4000)
    print(`scrolling: ${describe(frames)}`)
    addScrollRow(name, frames)
    return 0
  } finally {
    await close()
  }
}

/** The recording and the panel share one thread; a busy machine makes every task long, so the processor's time counts. */
async function tasksDuring({ puppeteer }: OpenedInChromium, work: () => Promise<unknown>) {
  await puppeteer.page.tracing.start({ categories: TASKS })
  await work()
  return tasksIn(await puppeteer.page.tracing.stop(), 'chrome-extension:')
}

function addTasks(name: string, tasks: readonly Task[]): void {
  const own = tasks
    .map((task) => ({ ...task, cpu: task.cpu - task.receiving }))
    .toSorted((a, b) => b.cpu - a.cpu)
  const received = tasks.map(({ receiving }) => receiving).toSorted((a, b) => b - a)
  const longest = own[0]?.cpu ?? 0
  const wall = Math.max(...tasks.map(({ wall }) => wall))
  const began = Math.min(...tasks.map(({ at }) => at))
  const shown = own
    .slice(0, 5)
    .map(({ at, cpu, wall }) => `${cpu.toFixed(0)} (${wall.toFixed(0)}) at ${seconds(at - began)}`)
  print(
    `longest tasks ${shown.join(', ')} ms of the processor (with waiting); of any task ${wall.toFixed(0)}`,
  )
  print(
    `receiving from DevTools: ${received
      .slice(0, 5)
      .map((time) => `${time.toFixed(0)} ms`)
      .join(', ')}`,
  )
  addRow({
    what: `${name}: longest task`,
    measured: `${longest.toFixed(0)} ms of the processor, and ${(received[0] ?? 0).toFixed(0)} ms to receive what DevTools sends`,
    goal: '50 ms',
    met: longest <= 50,
  })
}

/** How much more memory the last requests may take than the first ones beyond what is kept. */
const FLAT = 1.25

function addHeaps(name: string, heaps: readonly (readonly [number, number])[]): void {
  const bounded = heaps.filter(([requests]) => requests >= MANY)
  const [first, last] = [bounded[0]?.[1] ?? 0, bounded.at(-1)?.[1] ?? 0]
  addRow({
    what: `${name}: heap after ${bounded.map(([requests]) => requests.toLocaleString('en')).join(', ')}`,
    measured: bounded.map(([, bytes]) => megabytes(bytes)).join(', '),
    goal: 'flat',
    met: last <= FLAT * first,
  })
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

/** Returns what both documents hold, without what is no longer needed. */
const heapOf = ({ extensionPage }: OpenedInChromium): Promise<number> =>
  extensionPage.evaluate(() => {
    Reflect.get(window, 'gc')?.()
    const { memory } = performance as unknown as { readonly memory?: { readonly usedJSHeapSize: number } }
    return memory?.usedJSHeapSize ?? 0
  })

const print = (text: string) => console.log(`panel        ${text}`)
const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`
