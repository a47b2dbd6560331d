import type { LiveBrowser } from './live-browser.ts'
import { lookBack } from './look-back.ts'
import { makeLookout } from './make-lookout.ts'

/**
 * Chromium records the outcome of every request itself, so pages are only read while they are watched. It doesn't report
 * responses that never end, but its HAR has them.
 */
export const chromium: LiveBrowser = {
  creator: 'WebInspector',
  readsPage: 'while watched',
  start(parts) {
    void lookBack(parts, parts.recorder.backfill)
    const lookout = makeLookout(parts.recorder, parts.clock)
    return {
      changed() {},
      restarted() {},
      shown: lookout.begin,
      hidden: lookout.stop,
      takeMissed: () => parts.recorder.backfill(),
    }
  },
}
