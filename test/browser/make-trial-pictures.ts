import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { sleep, waitFor } from '../../src/start/chromium/wait-for.ts'
import { pressWay } from '../demo/press-way.ts'
import { violationsIn } from './axe.ts'
import { openInChromium } from './chromium/open-in-chromium.ts'
import { trialToolsInChromium } from './chromium/trial-tools-in-chromium.ts'
import { click } from './driven.ts'
import { choose, pressButton } from './read-panel.ts'
import { barOf, NO_HEADER, openFix } from './start-trial.ts'
import { DEMO_HOSTS } from './trial-tools.ts'

/** Makes a picture of each state of a trial, in both themes and narrow, and reports what axe-core objects to. */
export async function main([directory = '.cache/trial-pictures']: readonly string[]): Promise<number> {
  mkdirSync(directory, { recursive: true })
  const opened = await openInChromium()
  let objections = 0
  const shoot = async (state: string): Promise<void> => {
    for (const [name, theme, width] of [
      ['light', 'light', 1280],
      ['dark', 'dark', 1280],
      ['narrow', 'light', 320],
    ] as const) {
      await opened.setTheme(theme)
      await opened.puppeteer.frontend.setViewport({ width, height: 800 })
      // The trial is below the configuration.
      await opened.panel.evaluate(() => document.querySelector('.trial')?.scrollIntoView({ block: 'center' }))
      await sleep(400)
      const file = join(directory, `${state}-${name}.png`)
      await opened.takeScreenshot(file)
      const found = await violationsIn(opened.panel)
      objections += found.length
      console.log(file, ...found)
    }
  }
  try {
    const { page, panel } = opened
    await trialToolsInChromium(opened).grant(DEMO_HOSTS)
    await openFix(opened)
    await shoot('offered')
    await pressButton(panel, 'Try it in this tab')
    await shoot('confirm')
    await pressButton(panel, 'Start the trial')
    await waitFor(async () => (await barOf(opened)) !== '', 'the trial')
    await shoot('active')
    await pressWay(page, NO_HEADER.id)
    await waitFor(
      () => panel.evaluate(() => document.querySelector('.trial-results summary') !== null),
      'a result',
    )
    await click(panel, '.trial-results summary')
    await shoot('results')
    await pressButton(panel, 'Edit policy')
    await click(panel, '#policy input[name=credentials]')
    await shoot('edited')
    await pressButton(panel, 'Stop')
    await waitFor(async () => (await barOf(opened)) === '', 'the end')
    await shoot('ended')
    await choose(panel, 'grouping', 'time')
    await openFix(opened, { id: 'options-not-routed', method: 'PUT', path: '/payments/42' })
    await shoot('cannot')
  } finally {
    await opened.close()
  }
  return objections === 0 ? 0 : 1
}
