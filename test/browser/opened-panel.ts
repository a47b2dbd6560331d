import type { Browser as PuppeteerBrowser } from 'puppeteer-core'
import type { Demo } from '../../src/start/demo/server.ts'
import type { startLocalDemo } from '../demo/sample-demo.ts'
import type { Preferences } from '../engines/firefox/launch-firefox.ts'
import type { Driven } from './driven.ts'

export type Browser = 'chromium' | 'firefox'

/** Keys by their names in `KeyboardEvent.key`, but for the space bar. */
export type Key =
  | 'ArrowDown'
  | 'ArrowLeft'
  | 'ArrowRight'
  | 'ArrowUp'
  | 'Backspace'
  | 'End'
  | 'Enter'
  | 'Escape'
  | 'Home'
  | 'Space'
  | 'Tab'

export type DockSide = 'undocked' | 'right' | 'bottom'

/** A tab with its DevTools, and the panel in them. */
export interface OpenedTab {
  /** The demo's page. */
  readonly page: Driven
  /** The panel, whatever document it has at the moment. */
  readonly panel: Driven
  readonly close: () => Promise<void>
}

/** A browser with the extension, on the demo's page, with the panel in front. */
export interface OpenedPanel extends OpenedTab {
  readonly browser: Browser
  readonly demo: Demo
  /** The extension's hidden page. */
  readonly extensionPage: Driven
  /** Returns what the browser itself calls the failure of the latest request to a URL; null if it did not fail. */
  readonly errorOf: (url: string) => Promise<string | null>
  /** Presses a key as a person would, wherever the focus is. */
  readonly press: (key: Key) => Promise<void>
  readonly type: (text: string) => Promise<void>
  /** Brings the window of the tools to the front and the panel into focus. */
  readonly toFront: () => Promise<void>
  readonly setTheme: (theme: 'light' | 'dark') => Promise<void>
  readonly setDockSide: (side: DockSide) => Promise<void>
  /** Brings another panel of DevTools to the front, and ours again. */
  readonly showConsole: () => Promise<void>
  readonly showPanel: () => Promise<void>
  /** Opens the demo, DevTools and the panel in one more tab. */
  readonly openTab: () => Promise<OpenedTab>
  /** Writes a PNG of the window of the tools. */
  readonly takeScreenshot: (path: string) => Promise<void>
}

export interface OpenOptions {
  /** DevTools are opened after the page has loaded and done this, as most people open them. */
  readonly before?: (page: Driven) => Promise<unknown>
  readonly startDemo?: typeof startLocalDemo
  /** Another directory of the extension than the one that was built. */
  readonly extension?: string
  /** Chromium alone: called before anything is opened. */
  readonly launched?: (browser: PuppeteerBrowser) => void
  /** A profile that is used and kept. */
  readonly profile?: string
  /** Preferences, for Firefox alone. */
  readonly preferences?: Preferences
}

/** Where the extension was built, put aside by the tests' setup. */
export const extensionDirectory = (browser: Browser): string =>
  `${process.env['WHYCORS_EXTENSIONS'] ?? 'dist'}/${browser === 'firefox' ? 'firefox' : 'chrome'}`
