import { openInChromium } from './chromium/open-in-chromium.ts'
import { openInFirefox } from './firefox/open-in-firefox.ts'
import type { Browser, OpenedPanel, OpenOptions } from './opened-panel.ts'

export type { OpenedPanel, OpenedTab, OpenOptions } from './opened-panel.ts'

/** The browser that this run is about. */
export const browser: Browser = process.env['WHYCORS_BROWSER'] === 'firefox' ? 'firefox' : 'chromium'

/** Returns the panel in the browser of this run, as it stands when the demo's page has just loaded. */
export const openPanel = (options: OpenOptions = {}): Promise<OpenedPanel> =>
  browser === 'firefox' ? openInFirefox(options) : openInChromium(options)
