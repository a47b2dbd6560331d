import type { Browser } from 'puppeteer-core'
import type { TrialTools } from '../trial-tools.ts'
import type { OpenedInChromium } from './open-in-chromium.ts'

/** Returns what Chromium has for tests of trials. */
export const trialToolsInChromium = ({
  puppeteer: { browser, frontend, page },
}: OpenedInChromium): TrialTools => ({
  grant: (hosts) => grantAccess(browser, hosts),
  rules: () => sessionRules(browser),
  closeTools: () => frontend.close(),
  closeTab: () => page.close(),
})

/** Grants access on the browser's own page of extensions; asked for by the extension, it is then given without a question. */
async function grantAccess(browser: Browser, hosts: readonly string[]): Promise<void> {
  const page = await browser.newPage()
  await page.goto('chrome://extensions')
  await page.evaluate(`(async () => {
    const { developerPrivate } = chrome
    const extensions = await developerPrivate.getExtensionsInfo()
    const { id } = extensions.find(({ name }) => name.includes('CORS'))
    for (const host of ${JSON.stringify(hosts)}) await developerPrivate.addHostPermission(id, host)
  })()`)
  await page.close()
}

/** The rules are in the browser; its extension's background, started anew where it sleeps, reads them. */
export async function sessionRules(browser: Browser): Promise<number> {
  const target = await browser.waitForTarget((one) => one.type() === 'service_worker')
  const worker = await target.worker()
  const count = await worker?.evaluate(
    'chrome.declarativeNetRequest.getSessionRules().then((rules) => rules.length)',
  )
  return Number(count)
}
