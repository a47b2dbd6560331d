import type { Clock, Inspected } from '../state/inspected.ts'

/** How long a page may take to answer, in milliseconds. */
const PATIENCE = 3000

/** Evaluates an expression in the page; resolves to null if it has no answer. */
export type AskPage = (expression: string) => Promise<unknown>

/**
 * Returns what asks the page, with an end to its patience: a page can replace what it is asked about by something that
 * never returns. Until it has returned, or another page has come, nothing else is asked.
 */
export function makeAskPage(inspected: Inspected, clock: Clock): AskPage {
  /** When the questions were asked that have no answer yet. */
  let open: number[] = []
  inspected.onNavigated(() => {
    open = []
  })
  return (expression) => {
    const asked = clock.now()
    if (open.some((since) => asked - since >= PATIENCE)) return Promise.resolve(null)
    open.push(asked)
    return new Promise((resolve) => {
      void inspected.evaluate(expression).then((answer) => {
        const at = open.indexOf(asked)
        if (at >= 0) open.splice(at, 1)
        resolve(answer)
      })
      clock.after(PATIENCE, () => resolve(null))
    })
  }
}
