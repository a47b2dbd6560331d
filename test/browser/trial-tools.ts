import type { OpenedInChromium } from './chromium/open-in-chromium.ts'
import { trialToolsInChromium } from './chromium/trial-tools-in-chromium.ts'
import type { OpenedInFirefox } from './firefox/open-in-firefox.ts'
import { trialToolsInFirefox } from './firefox/trial-tools-in-firefox.ts'
import type { OpenedPanel } from './opened-panel.ts'

/** What tests of trials need of the browser beside the panel. */
export interface TrialTools {
  /** Has the browser grant access to hosts, as if somebody had said yes to its question. */
  readonly grant: (hosts: readonly string[]) => Promise<void>
  /** Returns how many session rules the extension has. */
  readonly rules: () => Promise<number>
  readonly closeTools: () => Promise<void>
  readonly closeTab: () => Promise<void>
}

/** The hosts of the demo, each by itself, as trials ask for them. */
export const DEMO_HOSTS: readonly string[] = [
  ...['', 'accounts.', 'search.', 'orders.', 'payments.', 'cdn.'].map((name) => `http://${name}localhost/*`),
  'http://127.0.0.1/*',
]

/** Returns what the browser under test has for tests of trials. */
export const trialTools = (opened: OpenedPanel): TrialTools =>
  opened.browser === 'firefox'
    ? trialToolsInFirefox(opened as OpenedInFirefox)
    : trialToolsInChromium(opened as OpenedInChromium)
