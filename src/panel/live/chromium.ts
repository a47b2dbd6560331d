import type { LiveBrowser } from './live-browser.ts'
import { lookBack } from './look-back.ts'

/** Chromium states the outcome of every request itself, so its pages are only read while they are watched. */
export const chromium: LiveBrowser = {
  creator: 'WebInspector',
  readsPage: 'while watched',
  start(parts) {
    void lookBack(parts, { backfill: true })
    return {
      changed() {},
      restarted() {},
      shown() {},
      hidden() {},
      takeMissed: () => parts.recorder.backfill(),
    }
  },
}
