import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { launchChromium } from '../../src/start/chromium/launch-chromium.ts'
import { sleep } from '../../src/start/chromium/wait-for.ts'
import { describe, scrollList, typeInFilter } from './drive-list.ts'
// @ts-expect-error a script of the bench, which has no types
import { addRow } from './rows.mjs'
import { within } from './within.ts'
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
    // @ts-expect-error the element is an input
    await input.uploadFile(file)
    await page.waitForSelector('.line:not(.head)')
    while ((await page.$('.reading')) !== null) await sleep(500)
    await page.evaluate(() => {
      const select = document.querySelector<HTMLSelectElement>('select[name=show]')
      if (select !== null) select.value = 'all'
      select?.dispatchEvent(new Event('change', { bubbles: true }))
      document.querySelector<HTMLElement>('input[name=show][value=all]')?.click()
    })
    await sleep(2000)
    const times = await page.evaluate(typeInFilter, 'api1.')
    const frames = await page.evaluate(scrollList, 4000)
    const rows = await page.$eval('.status', (element) => element.textContent)
    console.log(`list         ${rows}; keys ${times.map((time) => time.toFixed(0)).join(', ')} ms`)
    console.log(`             scrolling: ${describe(frames)}`)
    const name = `List, ${COUNT.toLocaleString('en')} requests`
    const slowest = times.reduce((most, time) => Math.max(most, time), 0)
    addRow({
      what: `${name}: a key in the filter`,
      measured: `${slowest.toFixed(0)} ms`,
      goal: '50 ms',
      met: slowest <= 50,
    })
    const frame = within(frames, 0.95)
    addRow({
      what: `${name}: scrolling`,
      measured: `${frame.toFixed(0)} ms from frame to frame, in 95 of 100`,
      goal: '17 ms',
      met: frame < 17.5,
    })
    return 0
  } finally {
    await chromium.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
