import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { sleep, waitFor } from '../../src/start/chromium/wait-for.ts'
import { pressWay } from '../demo/press-way.ts'
import { startSampleDemo } from '../demo/sample-demo.ts'
import { drivenFrame } from './chromium/driven-frame.ts'
import { type OpenedInChromium, openInChromium } from './chromium/open-in-chromium.ts'
import { click, type Driven, has } from './driven.ts'
import { openInFirefox } from './firefox/open-in-firefox.ts'
import type { OpenedPanel } from './opened-panel.ts'
import { choose, linesOf, openRecording, openTab, selectRequest } from './read-panel.ts'

/** What is on the pictures: some of each kind, in an order in which somebody might come across them. */
const pressed = [
  'header-not-allowed',
  'wildcard-with-credentials',
  'error-without-headers',
  'options-needs-login',
  'redirect-to-other-origin',
  'header-twice',
  'connection-refused',
  'header-not-exposed',
  'all-right',
]

/** Makes the pictures of the README and of the stores, from the real panel in a real Chromium. */
export async function main([directory = 'extension/screenshots']: readonly string[]): Promise<number> {
  mkdirSync(directory, { recursive: true })
  const opened = await openInChromium({ startDemo: startSampleDemo })
  try {
    const { page, panel, puppeteer } = opened
    for (const id of pressed) await pressWay(page, id)
    await showAll(panel, pressed.length)
    // The size that the Chrome Web Store asks for.
    await puppeteer.frontend.setViewport({ width: 1280, height: 800 })
    for (const theme of ['light', 'dark'] as const) {
      await opened.setTheme(theme)
      await shoot(opened, 'GET', '/api/profile', join(directory, `panel-${theme}.png`))
    }
    await shootFix(opened, join(directory, 'fix-dark.png'))
    await puppeteer.frontend.setViewport({ width: 420, height: 800 })
    await shoot(opened, 'GET', '/api/cart', join(directory, 'narrow-dark.png'))
    await puppeteer.frontend.setViewport({ width: 1280, height: 800 })
    await opened.setTheme('light')
    await shootFix(opened, join(directory, 'fix-light.png'))
    await shoot(opened, 'GET', '/search/similar?to=17', join(directory, 'cause-light.png'))
    // Docked at the bottom of a small screen.
    await puppeteer.frontend.setViewport({ width: 1000, height: 280 })
    await shoot(opened, 'GET', '/api/profile', join(directory, 'low-light.png'))
    await puppeteer.frontend.setViewport({ width: 420, height: 800 })
    await shoot(opened, 'GET', '/api/cart', join(directory, 'narrow-light.png'))
    await shootWebPage(opened, join(directory, 'web-light.png'))
  } finally {
    await opened.close()
  }
  await shootFirefox(directory)
  return 0
}

async function shootFirefox(directory: string): Promise<void> {
  // Classic scroll bars are missing from a picture that is taken without a window.
  const opened = await openInFirefox({ preferences: { 'ui.useOverlayScrollbars': 1 } })
  try {
    const { page, panel } = opened
    for (const id of pressed) await pressWay(page, id)
    await showAll(panel, pressed.length)
    for (const theme of ['light', 'dark'] as const) {
      await opened.setTheme(theme)
      await shoot(opened, 'GET', '/api/profile', join(directory, `firefox-${theme}.png`))
    }
  } finally {
    await opened.close()
  }
}

/** Waits until the panel has so many requests. */
async function showAll(panel: Driven, count: number): Promise<void> {
  await choose(panel, 'show', 'all')
  await choose(panel, 'grouping', 'time')
  await waitFor(async () => (await linesOf(panel)).length >= count, 'all requests')
}

/** Selects a request where each has a line of its own; then the list is by problem, as people see it first. */
async function selectInProblem(panel: Driven, method: string, path: string): Promise<void> {
  await choose(panel, 'show', 'all')
  await choose(panel, 'grouping', 'time')
  await selectRequest(panel, method, path)
  await choose(panel, 'grouping', 'problem')
}

async function shoot({ panel, takeScreenshot }: OpenedPanel, method: string, path: string, file: string) {
  await openTab(panel, 'why')
  await selectInProblem(panel, method, path)
  await sleep(500)
  await takeScreenshot(file)
  console.log(file)
}

/** The configuration, with the fields of the policy open. */
async function shootFix({ panel, takeScreenshot }: OpenedPanel, file: string): Promise<void> {
  await selectInProblem(panel, 'GET', '/search/stock?id=17')
  await sleep(500)
  await openTab(panel, 'fix')
  await click(panel, '.fix button[aria-expanded=false]').catch(() => {})
  await sleep(300)
  await takeScreenshot(file)
  console.log(file)
}

async function shootWebPage({ puppeteer }: OpenedInChromium, file: string): Promise<void> {
  const web = await puppeteer.browser.newPage()
  await web.setViewport({ width: 1280, height: 800 })
  await web.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }])
  await web.goto(pathToFileURL(join(process.cwd(), 'dist', 'web', 'index.html')).href)
  await openRecording(drivenFrame(web), 'src/cli/sample.har')
  await waitFor(() => has(drivenFrame(web), '.line:not(.head)'), 'the sample in the list')
  await selectInProblem(drivenFrame(web), 'POST', '/api/orders')
  await sleep(500)
  await web.screenshot({ path: file as `${string}.png` })
  console.log(file)
}
