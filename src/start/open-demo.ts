import { existsSync } from 'node:fs'
import { built } from './built.ts'
import { applyTrials } from './chromium/apply-trials.ts'
import { openDevTools, selectPanel } from './chromium/devtools.ts'
import { launchChromium } from './chromium/launch-chromium.ts'
import { startDemo } from './demo/server.ts'
import { whereThingsLie } from './where-things-lie.ts'

/** Opens a browser with the extension, DevTools and the demo's page, and returns when the user has closed it. */
export async function openDemo(): Promise<void> {
  const extension = built('chrome')
  if (!existsSync(extension)) throw new Error(`the extension was not built: there is no ${extension}`)
  const demo = await startDemo()
  try {
    const { browser, close } = await launchChromium({ extensions: [extension], forSomebody: true })
    const closed = new Promise<void>((resolve) => {
      browser.once('disconnected', () => resolve())
      // Not `once`: npm passes on a Ctrl+C that the terminal has already sent to every process.
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
    })
    applyTrials(browser)
    try {
      const [page = await browser.newPage()] = await browser.pages()
      // DevTools first, because it has no record of earlier requests.
      const { frontend } = await openDevTools(page, 'devtools.html')
      await page.goto(demo.at.page)
      // Without the panel in front the demo still works; its page says where to find it.
      await selectPanel(frontend, 'WhyCORS', 'panel.html').catch(() => {})
      console.log(`The demo is open in ${await browser.version()}, with the WhyCORS panel in its DevTools.`)
      console.log(
        `Its page: ${demo.at.page}. Close the browser or press Ctrl+C to end.\n\n${whereThingsLie()}`,
      )
      await closed
    } finally {
      await close()
    }
  } finally {
    await demo.close()
  }
}
