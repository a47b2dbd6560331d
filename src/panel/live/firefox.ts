import { numberIn } from '../parts/untrusted.ts'
import type { LiveBrowser } from './live-browser.ts'
import { lookBack } from './look-back.ts'
import { missedRequests } from './missed-requests.ts'
import { reportExpression } from './page-script.ts'

/** Firefox reports a request a moment after it has ended, in milliseconds. */
const LAG = 1000

/** How often the page is checked for requests that weren't reported, in milliseconds. */
const LOOK_AGAIN = 2000

/**
 * Firefox doesn't report requests that its Network panel hides, so while the panel is visible, the page's own resource
 * timing is compared with the log. Firefox loses requests while it creates a HAR, so that is only done when the user
 * wants it.
 */
export const firefox: LiveBrowser = {
  creator: 'Firefox',
  readsPage: 'always',
  start(parts) {
    const { ask, clock, log, store, recorder } = parts
    /** The time, by the page's clock, since which every request should have been reported; null before the first check. */
    let since: number | null = null
    let taken = false
    let lookedBack = false
    let lastChange = clock.now()
    let round = 0

    async function countMissed(): Promise<void> {
      const answer = await ask(reportExpression({ secret: null, extend: false }))
      const now = numberIn(answer, 'now')
      if (now === null) return
      since ??= now
      if (store.get().paused || clock.now() - lastChange < LAG) return
      const count = missedRequests(answer, log.entries, { since, until: now - LAG })
      store.dispatch({ type: 'missed', missed: count === 0 ? null : { count, taken } })
    }
    function keepCounting(of: number): void {
      if (of !== round) return
      void countMissed()
      clock.after(LOOK_AGAIN, () => keepCounting(of))
    }
    return {
      changed() {
        lastChange = clock.now()
      },
      restarted() {
        since = null
        taken = false
        store.dispatch({ type: 'missed', missed: null })
      },
      shown() {
        if (!lookedBack) void lookBack(parts, () => new Promise((resolve) => clock.after(LAG, resolve)))
        lookedBack = true
        keepCounting(++round)
      },
      hidden() {
        round++
      },
      async takeMissed() {
        await recorder.backfill()
        taken = true
        lastChange = clock.now() - LAG
        await countMissed()
      },
    }
  },
}
