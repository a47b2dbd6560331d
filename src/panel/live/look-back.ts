import type { LiveParts } from './live-browser.ts'
import { LATE_EXPRESSION, parseLate } from './page-script.ts'

/**
 * Records in the state whether DevTools was opened after the page had loaded, and what the log lacks because of that.
 * With `backfill`, reads what DevTools has first.
 */
export async function lookBack(
  { ask, log, recorder, store }: LiveParts,
  { backfill }: { readonly backfill: boolean },
): Promise<void> {
  const late = await ask(LATE_EXPRESSION)
  if (backfill) await recorder.backfill()
  store.dispatch({ type: 'late', requests: parseLate(late, log.entries) })
}
