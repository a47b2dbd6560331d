import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { launchChromium } from '../../src/start/chromium/launch-chromium.ts'
import { sleep } from '../../src/start/chromium/wait-for.ts'
// @ts-expect-error a script of the bench, which has no types
import { addRow } from './rows.mjs'
import { TASKS, tasksIn } from './tasks-in.ts'
// @ts-expect-error a script of the bench, which has no types
import { writeRecording } from './write-recording.mjs'

const COUNT = Number(process.env['WHYCORS_BENCH_ENTRIES'] ?? 20_000)

/** Prints what the web page, opened from disk in a real Chromium, makes of a recording of 200 MB. */
export async function main(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'whycors-web-'))
  const file = join(folder, 'recording.har')
  const chromium = await launchChromium()
  try {
    writeRecording(file, { count: COUNT, body: 8000, blockedEvery: 10 })
    const page = await chromium.browser.newPage()
    await page.goto(pathToFileURL(join(process.cwd(), 'dist/web/index.html')).href)
    const input = await page.waitForSelector('input[type=file]')
    await sleep(1000)
    await page.evaluate(() => {
      const seen = { began: 0, first: 0, done: 0, long: [] as (readonly [number, number])[], frames: 0 }
      Object.assign(window, { seen })
      new PerformanceObserver((list) => {
        for (const { startTime, duration } of list.getEntries()) seen.long.push([startTime, duration])
      }).observe({ type: 'longtask', buffered: false })
      document.querySelector('input[type=file]')?.addEventListener(
        'change',
        () => {
          seen.began = performance.now()
        },
        { capture: true },
      )
      const frame = () => {
        seen.frames++
        const isReading = document.querySelector('.reading') !== null
        if (seen.first === 0 && document.querySelector('.line:not(.head)') !== null)
          seen.first = performance.now()
        if (seen.first > 0 && !isReading && seen.done === 0) seen.done = performance.now()
        requestAnimationFrame(frame)
      }
      requestAnimationFrame(frame)
    })
    // A busy machine makes every task long: what a task took of the processor says more.
    await page.tracing.start({ categories: TASKS })
    // @ts-expect-error the element is an input
    await input.uploadFile(file)
    const seen = () =>
      page.evaluate(() => {
        const found = Reflect.get(window, 'seen') as {
          began: number
          first: number
          done: number
          long: readonly (readonly [number, number])[]
          frames: number
        }
        return found
      })
    while ((await seen()).done === 0) await sleep(500)
    await sleep(1000)
    const tasks = tasksIn(await page.tracing.stop()).map(({ cpu }) => cpu)
    const { began, first, done, long, frames } = await seen()
    const status = await page.$eval('.status', (element) => element.textContent)
    const longest = long.toSorted(([, a], [, b]) => b - a)
    console.log(
      `web page     ${(statSync(file).size / 1e6).toFixed(0)} MB, ${COUNT} fetches: first rows after ${(first - began).toFixed(0)} ms, all after ${((done - began) / 1000).toFixed(1)} s; ${long.length} tasks over 50 ms${long.length > 0 ? `, the longest ${longest[0]?.[1]} ms` : ''}; ${frames} frames`,
    )
    console.log(
      `             of the processor the longest tasks took ${tasks
        .slice(0, 5)
        .map((duration) => `${duration.toFixed(0)} ms`)
        .join(', ')}`,
    )
    console.log(`             ${status}`)
    const size = `${(statSync(file).size / 1e6).toFixed(0)} MB`
    addRow({
      what: `Web page, ${size}: longest task`,
      measured: `${(tasks[0] ?? 0).toFixed(0)} ms of the processor`,
      goal: '50 ms',
      met: (tasks[0] ?? 0) <= 50,
    })
    addRow({
      what: `Web page, ${size}: first rows`,
      measured: `${(first - began).toFixed(0)} ms`,
      goal: '1,000 ms',
      met: first - began <= 1000,
    })
    return 0
  } finally {
    await chromium.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
