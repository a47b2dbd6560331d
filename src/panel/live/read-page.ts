import type { Clock } from '../state/inspected.ts'
import type { Log } from '../state/log.ts'
import type { AskPage } from './ask-page.ts'
import { MOST_REPORTED } from './most-reported.ts'
import { parsePageReport, reportExpression } from './page-script.ts'

/** How many milliseconds pass before a failed read is repeated, twice as long each time. */
const ASK_AGAIN = 300

/** How often a failed read is repeated, until there is another reason to read. */
const RETRIES = 5

/** The most calls and outcomes that are kept per log. */
const MOST_KEPT = 4 * MOST_REPORTED

export interface PageReader {
  /** Reads the page's report into the log. Calls during a read lead to one more read. */
  read(): Promise<void>
  /** The page has changed. */
  navigated(): void
}

/**
 * Returns a reader of the page's own report of its requests. `onAnswer` is called with the report, `onNews` if some of it
 * was new. `secret` is the observer's.
 */
export function makePageReader(
  ask: AskPage,
  clock: Clock,
  log: Log,
  secret: string,
  onNews: () => void,
  onAnswer: (answer: unknown) => void,
): PageReader {
  const state = { asking: false, askAgain: false, extended: false, retries: 0 }
  function readAgain(): void {
    const wait = ASK_AGAIN * 2 ** state.retries
    state.retries++
    clock.after(wait, () => void readPage())
  }
  async function readPage(): Promise<void> {
    state.askAgain = state.asking
    if (state.asking) return
    state.asking = true
    const { page } = log
    const answer = await ask(reportExpression({ secret, extend: !state.extended }))
    state.asking = false
    // A page that is loading can't be read yet.
    if (state.askAgain || (answer === null && state.retries < RETRIES)) readAgain()
    if (answer === null || log.page !== page) return
    state.extended = true
    state.retries = 0
    onAnswer(answer)
    const report = parsePageReport(answer)
    const calls = withNew(page.calls, report.calls)
    const outcomes = withNew(page.outcomes, report.outcomes)
    if (calls === page.calls && outcomes === page.outcomes) return
    log.page = { ...page, calls, outcomes }
    log.changed = true
    onNews()
  }
  return {
    read() {
      state.retries = 0
      return readPage()
    },
    navigated() {
      state.extended = false
    },
  }
}

/** Adds new reports to the existing ones, because earlier pages' requests may still be in the log. */
function withNew<T extends object>(before: readonly T[], now: readonly T[]): readonly T[] {
  const known = new Set(before.map(keyOf))
  const more = now.filter((one) => !known.has(keyOf(one)))
  return more.length === 0 ? before : [...before, ...more].slice(-MOST_KEPT)
}

/** Reports don't change, and are compared after each read. */
function keyOf(one: object): string {
  const key = keys.get(one) ?? JSON.stringify(one)
  keys.set(one, key)
  return key
}

const keys = new WeakMap<object, string>()
