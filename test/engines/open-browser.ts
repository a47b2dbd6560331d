import { openChromium } from './chromium.ts'
import type { EngineSession } from './engine-session.ts'
import { openFirefox } from './firefox/open-firefox.ts'
import type { EngineName } from './options.ts'
import { openWebkit } from './webkit/open-webkit.ts'

/** Starts a fresh browser of each engine, with a lab of its own. */
export const openBrowser: Readonly<Record<EngineName, () => Promise<EngineSession>>> = {
  chromium: openChromium,
  firefox: openFirefox,
  webkit: openWebkit,
}
