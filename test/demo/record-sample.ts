import { writeFileSync } from 'node:fs'
import type { Frame, Page } from 'puppeteer-core'
import { openDevTools } from '../../src/start/chromium/devtools.ts'
import { launchChromium } from '../../src/start/chromium/launch-chromium.ts'
import { sleep } from '../../src/start/chromium/wait-for.ts'
import { writeRecorderExtension } from '../engines/recorder-extension.ts'
import { pressWay } from './press-way.ts'
import { startSampleDemo } from './sample-demo.ts'
import { type DevToolsLog, tidySample } from './tidy-sample.ts'

/** What the sample shows, in the order in which somebody might come across it. */
const pressed = [
  'no-header',
  'wildcard-with-credentials',
  'trailing-slash',
  'header-twice',
  'error-without-headers',
  'options-needs-login',
  'preflight-redirected',
  'header-not-allowed',
  'method-not-listed',
  'redirect-to-other-origin',
  'header-not-exposed',
  'connection-refused',
  'all-right',
]

/** Records `src/cli/sample.har` anew: the demo in a real Chromium, as its DevTools tell it. */
export async function main([path = 'src/cli/sample.har']: readonly string[]): Promise<number> {
  const { demo, hostResolverRules, trustedKeys } = await startSampleDemo()
  const extension = writeRecorderExtension()
  const chromium = await launchChromium({
    extensions: [extension.directory],
    hostResolverRules,
    trustedKeys,
  })
  try {
    const page = await chromium.browser.newPage()
    const { extensionPage } = await openDevTools(page, extension.page)
    await page.goto(demo.at.page)
    for (const id of pressed) await press(page, id)
    const log = tidySample(await recordedLog(extensionPage), demo.at.page)
    writeFileSync(path, `${JSON.stringify({ log }, null, 1)}\n`)
    console.log(`${path}: ${log.entries.length} entries`)
    return 0
  } finally {
    await chromium.close()
    extension.remove()
    await demo.close()
  }
}

async function press(page: Page, id: string): Promise<void> {
  console.log(`${id}: ${await pressWay(page, id)}`)
  // The headers of a failed request reach DevTools a little after the page has its error.
  await sleep(300)
}

async function recordedLog(extensionPage: Frame): Promise<DevToolsLog> {
  const text = await extensionPage.evaluate(
    () =>
      new Promise<string>((resolve) => chrome.devtools.network.getHAR((log) => resolve(JSON.stringify(log)))),
  )
  return JSON.parse(text) as DevToolsLog
}

declare const chrome: {
  readonly devtools: { readonly network: { readonly getHAR: (callback: (log: unknown) => void) => void } }
}
