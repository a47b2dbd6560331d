import type { Clock, Inspected } from '../state/inspected.ts'

/** The timeout for an evaluation in the page, in milliseconds. */
const PATIENCE = 3000

/** Evaluates an expression in the page; resolves to null if there is no result. */
export type AskPage = (expression: string) => Promise<unknown>

/**
 * Returns a function that evaluates expressions in the page with a timeout, because a page can replace what they use with
 * something that never returns. Until that evaluation has returned or the page has changed, no other one is started.
 */
export function makeAskPage(inspected: Inspected, clock: Clock): AskPage {
  /** When the pending evaluations were started. */
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
