import type { LiveParts } from './live-browser.ts'
import { LATE_EXPRESSION, parseLate } from './page-script.ts'

/**
 * Records in the state whether DevTools was opened after the page had loaded, and what the log lacks because of that.
 * `settled` resolves when everything that the page has requested before the call is in the log.
 */
export async function lookBack({ ask, log, store }: LiveParts, settled: () => Promise<void>): Promise<void> {
  const early = await ask(LATE_EXPRESSION)
  await settled()
  // The page may be another one by now.
  const now = await ask(LATE_EXPRESSION)
  store.dispatch({ type: 'late', requests: parseLate(now, log.entries, early) })
}
