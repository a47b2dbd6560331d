import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Frame, Page } from 'puppeteer-core'
import { openDevTools, selectPanel, setDockSide } from '../../src/start/chromium/devtools.ts'
import { launchChromium } from '../../src/start/chromium/launch-chromium.ts'
import { waitFor } from '../../src/start/chromium/wait-for.ts'
import type { Demo } from '../../src/start/demo/server.ts'
import { startLocalDemo } from '../demo/sample-demo.ts'
import { type CorsErrors, listenForCorsErrors } from './cors-errors.ts'

/** A browser with the extension, on the demo's page, with the panel in front. */
export interface OpenedPanel {
  readonly demo: Demo
  /** The demo's page. */
  readonly page: Page
  /** The DevTools window. */
  readonly frontend: Page
  /** The extension's hidden page. */
  readonly extensionPage: Frame
  readonly panel: Frame
  readonly corsErrors: CorsErrors
  readonly close: () => Promise<void>
}

export interface OpenOptions {
  /** DevTools are opened after the page has loaded and done this, as most people open them. */
  readonly before?: (page: Page) => Promise<unknown>
  readonly startDemo?: typeof startLocalDemo
}

const extensionDirectory = process.env['WHYCORS_EXTENSION'] ?? join(process.cwd(), 'dist', 'chrome')

/** Returns the panel, as it stands when the demo's page has just loaded. */
export async function openPanel({
  before,
  startDemo = startLocalDemo,
}: OpenOptions = {}): Promise<OpenedPanel> {
  if (!existsSync(extensionDirectory))
    throw new Error(`There is no ${extensionDirectory}: run node build.mjs`)
  const cleanups: (() => unknown)[] = []
  const close = async () => {
    for (let cleanup = cleanups.pop(); cleanup; cleanup = cleanups.pop()) await cleanup()
  }
  try {
    const { demo, ...places } = await startDemo()
    cleanups.push(demo.close)
    const { browser, close: closeBrowser } = await launchChromium({
      extensions: [extensionDirectory],
      ...places,
    })
    cleanups.push(closeBrowser)
    const page = await browser.newPage()
    const corsErrors = await listenForCorsErrors(page)
    if (before) {
      await page.goto(demo.at.page)
      await before(page)
    }
    const { frontend, extensionPage } = await openDevTools(page, 'devtools.html')
    await setDockSide(frontend, 'undocked')
    if (!before) await page.goto(demo.at.page)
    const panel = await selectPanel(frontend, 'WhyCORS', 'panel.html')
    await waitFor(() => panel.$('.toolbar'), 'the panel to draw itself')
    return { demo, page, frontend, extensionPage, panel, corsErrors, close }
  } catch (error) {
    await close()
    throw error
  }
}
