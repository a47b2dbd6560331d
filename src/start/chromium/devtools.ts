import type { Frame, Page } from 'puppeteer-core'
import { waitFor } from './wait-for.ts'

export interface OpenedDevTools {
  /** The DevTools frontend, itself a page. */
  readonly frontend: Page
  /** The extension's hidden devtools page, a frame inside the frontend. */
  readonly extensionPage: Frame
}

/**
 * Returns the DevTools of a page once the extension's devtools page has loaded. Call it before the page navigates to what
 * should be recorded, because the HAR contains nothing from before.
 */
export async function openDevTools(page: Page, extensionPageFile: string): Promise<OpenedDevTools> {
  const frontend = await page.openDevTools()
  const extensionPage = await extensionFrame(frontend, extensionPageFile)
  return { frontend, extensionPage }
}

/** Selects the panel that an extension created under `title` and returns its frame. */
export async function selectPanel(frontend: Page, title: string, panelFile: string): Promise<Frame> {
  await waitFor(() => frontend.evaluate(showPanelTitled(title)), `the panel "${title}"`)
  // Chromium creates the panel's frame when the panel is first shown.
  return extensionFrame(frontend, panelFile)
}

async function extensionFrame(frontend: Page, file: string): Promise<Frame> {
  const isWanted = (frame: Frame) =>
    frame.url().startsWith('chrome-extension://') && new URL(frame.url()).pathname.endsWith(`/${file}`)
  // On a busy machine, DevTools can be slow.
  const frame = await waitFor(() => frontend.frames().find(isWanted), `the extension's ${file}`, 30_000)
  await waitFor(() => frame.evaluate(() => document.readyState === 'complete'), `${file} to load`)
  return frame
}

export type DockSide = 'undocked' | 'right' | 'bottom' | 'left'

/** Docks DevTools; undocked, it fills its own window, which is best for screenshots. */
export async function setDockSide(frontend: Page, side: DockSide): Promise<void> {
  await frontend.evaluate(`(async () => {
    const UI = await import('./ui/legacy/legacy.js')
    UI.DockController.DockController.instance().setDockSide(${JSON.stringify(side)})
  })()`)
}

/** Changes one of DevTools' own settings, e.g. `network-log.preserve-log` or `ui-theme`. */
export async function setSetting(frontend: Page, name: string, value: unknown): Promise<void> {
  await frontend.evaluate(`(async () => {
    const Common = await import('./core/common/common.js')
    Common.Settings.Settings.instance().moduleSetting(${JSON.stringify(name)}).set(${JSON.stringify(value)})
  })()`)
}

/**
 * Returns code for the DevTools frontend, which uses the frontend's own modules: the tab of a docked DevTools may be
 * hidden in the overflow menu, where it can't be clicked. It's text, because bundlers and test runners rewrite the
 * import() of a function.
 */
const showPanelTitled = (title: string): string => `(async () => {
  const UI = await import('./ui/legacy/legacy.js')
  const inspectorView = UI.InspectorView.InspectorView.instance()
  const tab = inspectorView.tabbedPane.tabs.find((tab) => tab.title === ${JSON.stringify(title)})
  if (!tab) return false
  await inspectorView.showPanel(tab.id)
  return true
})()`
