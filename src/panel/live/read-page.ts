import type { Clock, Inspected } from '../state/inspected.ts'
import type { Log } from '../state/log.ts'
import { parsePageReport, REPORT_EXPRESSION } from './page-script.ts'

/** Milliseconds until a page that couldn't answer is asked again. */
const ASK_AGAIN = 300

/**
 * Returns a function that reads the page's own report of its requests into the log. Calls while it is reading lead to
 * one more reading; `onAnswer` is called with what the page said, `onNews` when some of it was new.
 */
export function makePageReader(
  inspected: Inspected,
  clock: Clock,
  log: Log,
  onNews: () => void,
  onAnswer: (answer: unknown) => void,
): () => Promise<void> {
  const state = { asking: false, askAgain: false }
  return async function readPage(): Promise<void> {
    state.askAgain = state.asking
    if (state.asking) return
    state.asking = true
    const { page } = log
    const answer = await inspected.evaluate(REPORT_EXPRESSION)
    state.asking = false
    // A page that is just being loaded cannot answer yet.
    if (answer === null || state.askAgain) clock.after(ASK_AGAIN, () => void readPage())
    if (answer === null || log.page !== page) return
    onAnswer(answer)
    const report = parsePageReport(answer)
    const calls = withNew(page.calls, report.calls)
    const outcomes = withNew(page.outcomes, report.outcomes)
    if (calls === page.calls && outcomes === page.outcomes) return
    log.page = { ...page, calls, outcomes }
    log.changed = true
    onNews()
  }
}

/** Adds what is new to what is known, which stays: earlier pages' requests may still be in the log. */
function withNew<T extends object>(before: readonly T[], now: readonly T[]): readonly T[] {
  const known = new Set(before.map((one) => JSON.stringify(one)))
  const more = now.filter((one) => !known.has(JSON.stringify(one)))
  return more.length === 0 ? before : [...before, ...more]
}
