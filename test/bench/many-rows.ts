import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { launchChromium } from '../../src/start/chromium/launch-chromium.ts'
import { sleep } from '../../src/start/chromium/wait-for.ts'
import { drivenFrame } from '../browser/chromium/driven-frame.ts'
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

/** Prints how fast the list is, in the web page in a real Chromium, with 100,000 requests in it, of which 10,000 are blocked. */
export async function main(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'whycors-rows-'))
  const file = join(folder, 'recording.har')
  const chromium = await launchChromium()
  try {
    writeRecording(file, { count: COUNT, body: 0, blockedEvery: 10 })
    const page = await chromium.browser.newPage()
    await page.goto(pathToFileURL(join(process.cwd(), 'dist/web/index.html')).href)
    const input = await page.waitForSelector('input[type=file]')
    await page.tracing.start({ categories: TASKS })
    // @ts-expect-error the element is an input
    await input.uploadFile(file)
    await page.waitForSelector('.line:not(.head)')
    while ((await page.$('.reading')) !== null) await sleep(500)
    const [longest] = tasksIn(await page.tracing.stop())
    const driven = drivenFrame(page)
    await choose(driven, 'show', 'all')
    await sleep(2000)
    const name = `List, ${COUNT.toLocaleString('en')} requests`
    const read = longest?.cpu ?? 0
    addRow({
      what: `${name}: longest task while it's read`,
      measured: `${read.toFixed(0)} ms of the processor`,
      goal: '50 ms',
      met: read <= 50,
    })
    for (const grouping of ['problem', 'time']) {
      await choose(driven, 'grouping', grouping)
      await sleep(1000)
      const times = await keyTimes(driven, 'api1.')
      const frames = await page.evaluate(scrollList, 4000)
      const rows = await page.$eval('.status', (element) => element.textContent)
      console.log(`list         ${rows}; keys ${times.map((time) => time.toFixed(0)).join(', ')} ms`)
      console.log(`             scrolling: ${describe(frames)}`)
      addKeyRow(`${name}, by ${grouping}`, times)
      addScrollRow(`${name}, by ${grouping}`, frames)
    }
    return 0
  } finally {
    await chromium.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
