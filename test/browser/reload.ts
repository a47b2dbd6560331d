import { waitFor } from '../../src/start/chromium/wait-for.ts'
import type { Driven } from './driven.ts'

declare global {
  interface Window {
    /** Set on a page that is about to be left. */
    isOld?: true
  }
}

/** Does what reloads a page, and waits until the page has loaded again. */
export async function reloaded(page: Driven, action: () => Promise<unknown>): Promise<void> {
  await page.evaluate(() => {
    window.isOld = true
  })
  await action()
  await waitFor(
    () => page.evaluate(() => window.isOld === undefined && document.readyState === 'complete'),
    'the page to load again',
  )
}

/** Reloads a page as its user does. */
export const reload = (page: Driven): Promise<void> =>
  reloaded(page, () =>
    page.evaluate(() => {
      // Later, so that this script ends before its page does.
      setTimeout(() => location.reload(), 200)
    }),
  )
