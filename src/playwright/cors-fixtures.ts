import { explainRecording } from './explain-recording.ts'
import { recordPage } from './record-page.ts'
import type { PlaywrightPage } from './recordable-page.ts'

/** The part of Playwright's `TestInfo` that the fixture uses. */
export interface CorsTestInfo {
  readonly status?: string | undefined
  readonly expectedStatus: string
  attach(name: string, options: { body: string; contentType: string }): Promise<void>
}

/** The names of the attachments of a failing test. */
export const EXPLANATION = 'why CORS blocked a request'
export const RECORDING = 'requests with preflights.har'

/**
 * Fixtures for Playwright's `test`: each page is recorded, and if a test fails while CORS blocked a request, the
 * explanation and a HAR with preflights are attached to it.
 *
 * @example
 * ```ts
 * export const test = base.extend(corsFixtures)
 * ```
 */
export const corsFixtures = {
  page: async <Page extends PlaywrightPage>(
    { page }: { page: Page },
    use: (page: Page) => Promise<void>,
    testInfo: CorsTestInfo,
  ): Promise<void> => {
    const recorder = await recordPage(page)
    await use(page)
    if (testInfo.status === testInfo.expectedStatus) return
    await recorder.idle(500)
    const har = recorder.har()
    const { blocked, text } = await explainRecording(har)
    if (blocked === 0) return
    await testInfo.attach(EXPLANATION, { body: text, contentType: 'text/plain' })
    await testInfo.attach(RECORDING, { body: JSON.stringify(har), contentType: 'application/json' })
  },
}
