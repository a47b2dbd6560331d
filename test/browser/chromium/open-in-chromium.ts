import type { Browser, Page } from 'puppeteer-core'
import { openDevTools, selectPanel, setDockSide, setSetting } from '../../../src/start/chromium/devtools.ts'
import { launchChromium } from '../../../src/start/chromium/launch-chromium.ts'
import { waitFor } from '../../../src/start/chromium/wait-for.ts'
import { startLocalDemo } from '../../demo/sample-demo.ts'
import { cleanUp } from '../clean-up.ts'
import { has } from '../driven.ts'
import { extensionDirectory, type OpenedPanel, type OpenOptions } from '../opened-panel.ts'
import { listenForCorsErrors } from './cors-errors.ts'
import { drivenFrame } from './driven-frame.ts'
import { takeScreenshot } from './screenshot.ts'

/** What only Chromium's own tests need: puppeteer's view of the same. */
export interface OpenedInChromium extends OpenedPanel {
  readonly puppeteer: {
    readonly browser: Browser
    readonly page: Page
    /** The DevTools window. */
    readonly frontend: Page
  }
}

/** Returns the panel in Chromium. */
export async function openInChromium({
  before,
  startDemo = startLocalDemo,
  extension = extensionDirectory('chromium'),
  launched: onLaunch,
  profile,
}: OpenOptions = {}): Promise<OpenedInChromium> {
  const undo = cleanUp()
  try {
    const { demo, ...places } = await startDemo()
    undo.later(demo.close)
    const launched = await launchChromium({
      extensions: [extension],
      ...places,
      ...(profile !== undefined && { profile }),
    })
    undo.later(launched.close)
    const { browser } = launched
    onLaunch?.(browser)
    const page = await browser.newPage()
    const errors = await listenForCorsErrors(page)
    if (before) {
      await page.goto(demo.at.page)
      await before(drivenFrame(page))
    }
    const { frontend, extensionPage, panel } = await openTools(page, before ? null : demo.at.page)
    return {
      browser: 'chromium',
      puppeteer: { browser, page, frontend },
      demo,
      page: drivenFrame(page),
      panel,
      extensionPage: drivenFrame(extensionPage),
      errorOf: async (url) => errors.of(url),
      press: (key) => frontend.keyboard.press(key),
      type: (text) => frontend.keyboard.type(text),
      toFront: () => frontend.bringToFront(),
      setTheme: (theme) => setSetting(frontend, 'ui-theme', theme === 'light' ? 'default' : 'dark'),
      setDockSide: (side) => setDockSide(frontend, side),
      showConsole: () => frontend.evaluate(showConsole) as Promise<void>,
      showPanel: async () => {
        await selectPanel(frontend, 'WhyCORS', 'panel.html')
      },
      openTab: async () => {
        const other = await browser.newPage()
        const tools = await openTools(other, demo.at.page)
        return {
          page: drivenFrame(other),
          panel: tools.panel,
          close: async () => {
            await other.close()
            await page.bringToFront()
          },
        }
      },
      takeScreenshot: (path) => takeScreenshot(frontend, path),
      close: undo.now,
    }
  } catch (error) {
    await undo.now()
    throw error
  }
}

/** Opens DevTools with the panel in front; only then the page goes to `url`, so that nothing of it is missed. */
async function openTools(page: Page, url: string | null) {
  const { frontend, extensionPage } = await openDevTools(page, 'devtools.html')
  await setDockSide(frontend, 'undocked')
  if (url !== null) await page.goto(url)
  await selectPanel(frontend, 'WhyCORS', 'panel.html')
  // Docked elsewhere, DevTools make the panel's document anew.
  const panel = drivenFrame(() =>
    waitFor(() => frontend.frames().find((frame) => frame.url().endsWith('/panel.html')), 'the panel'),
  )
  await waitFor(() => has(panel, '.toolbar'), 'the panel to draw itself')
  return { frontend, extensionPage, panel }
}

const showConsole = `(async () => {
  const UI = await import('./ui/legacy/legacy.js')
  await UI.InspectorView.InspectorView.instance().showPanel('console')
})()`
