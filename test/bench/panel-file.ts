import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sleep, waitFor } from '../../src/start/chromium/wait-for.ts'
import { openInChromium } from '../browser/chromium/open-in-chromium.ts'
import { choose } from '../browser/read-panel.ts'
import { addKeyRow } from './add-key-row.ts'
import { addScrollRow } from './add-scroll-row.ts'
import { describe, keyTimes, scrollList } from './drive-list.ts'
// @ts-expect-error a script of the bench, which has no types
import { addRow } from './rows.mjs'
import { TASKS, tasksIn } from './tasks-in.ts'
// @ts-expect-error a script of the bench, which has no types
import { writeRecording } from './write-recording.mjs'

const COUNT = Number(process.env['WHYCORS_BENCH_LIST'] ?? 100_000)

/** The panel is done when it has said the same for so long, in milliseconds. */
const STILL = 6000

/** Prints how the real panel, which reads and judges in its own thread, takes a file of 100,000 requests, all of which it keeps. */
export async function main(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'whycors-panel-'))
  const file = join(folder, 'recording.har')
  writeRecording(file, { count: COUNT, body: 0, blockedEvery: 10 })
  const { puppeteer, panel, close } = await openInChromium()
  try {
    const frame = await waitFor(
      async () => puppeteer.frontend.frames().find((one) => one.url().endsWith('/panel.html')),
      'the panel',
    )
    const input = await frame.waitForSelector('input[type=file]')
    await sleep(1000)
    await puppeteer.page.tracing.start({ categories: TASKS })
    const began = performance.now()
    // @ts-expect-error the element is an input
    await input.uploadFile(file)
    let [said, since] = ['', began]
    while (performance.now() - since < STILL) {
      const now = await panel.evaluate(() => document.querySelector('.status')?.textContent ?? '')
      if (now !== said) [said, since] = [now, performance.now()]
      await sleep(200)
    }
    const tasks = tasksIn(await puppeteer.page.tracing.stop(), 'chrome-extension:')
    const longest = tasks[0]?.cpu ?? 0
    const shown = tasks.slice(0, 5).map(({ cpu, wall }) => `${cpu.toFixed(0)} (${wall.toFixed(0)})`)
    console.log(`panel        a file of ${COUNT} in ${((since - began) / 1000).toFixed(1)} s: ${said}`)
    console.log(`             longest tasks ${shown.join(', ')} ms of the processor (with waiting)`)
    const name = `Panel, a file of ${COUNT.toLocaleString('en')} requests`
    addRow({
      what: `${name}: longest task while it's read`,
      measured: `${longest.toFixed(0)} ms of the processor`,
      goal: '50 ms',
      met: longest <= 50,
    })
    await choose(panel, 'show', 'all')
    await sleep(1000)
    const keys = await keyTimes(panel, 'api1.')
    console.log(`             keys ${keys.map((time) => time.toFixed(0)).join(', ')} ms`)
    addKeyRow(name, keys)
    await sleep(1000)
    const frames = await panel.evaluate(scrollList, 4000)
    console.log(`             scrolling: ${describe(frames)}`)
    addScrollRow(name, frames)
    return 0
  } finally {
    await close()
    rmSync(folder, { recursive: true, force: true })
  }
}
