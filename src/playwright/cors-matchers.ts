import { explainRecording } from './explain-recording.ts'
import { recorderOf } from './record-page.ts'

/** What a matcher of Playwright's `expect` returns. */
export interface MatcherResult {
  readonly name: string
  readonly pass: boolean
  readonly message: () => string
}

/**
 * Matchers for Playwright's `expect`.
 *
 * @example
 * ```ts
 * export const expect = baseExpect.extend(corsMatchers)
 * await expect(page).toHaveNoCorsFailures()
 * ```
 */
export const corsMatchers = {
  /** Passes if CORS has blocked no request of the page so far. Waits for pending requests. */
  async toHaveNoCorsFailures(
    page: object,
    { timeout = 1000 }: { timeout?: number } = {},
  ): Promise<MatcherResult> {
    const name = 'toHaveNoCorsFailures'
    const recorder = recorderOf(page)
    if (recorder === null)
      throw new Error(
        'This page is not being recorded. Use the fixtures: `test = base.extend(corsFixtures)`, or call `await recordPage(page)` before the page loads.',
      )
    await recorder.idle(timeout)
    const { blocked, text } = await explainRecording(recorder.har())
    return {
      name,
      pass: blocked === 0,
      message: () =>
        blocked === 0 ? 'Expected CORS to block a request of this page; it blocked none.' : text,
    }
  },
}
