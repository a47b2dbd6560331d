import type { ProtocolSession } from './protocol-session.ts'
import { recordEvents } from './record-events.ts'
import { recordSession } from './record-session.ts'
import type { PlaywrightPage, PuppeteerPage } from './recordable-page.ts'
import type { CorsRecorder } from './recorder.ts'

const recorders = new WeakMap<object, CorsRecorder>()

/**
 * Records the requests of a page of Playwright or Puppeteer from now on. In Chromium the recording has preflights and the
 * headers of blocked responses; in Playwright's Firefox and WebKit it has what Playwright reports.
 *
 * @example
 * ```ts
 * const recorder = await recordPage(page)
 * await page.goto('https://shop.example')
 * await writeFile('shop.har', JSON.stringify(recorder.har()))
 * ```
 */
export async function recordPage(page: PlaywrightPage | PuppeteerPage): Promise<CorsRecorder> {
  const known = recorders.get(page)
  if (known !== undefined) return known
  const recorder =
    'createCDPSession' in page
      ? await recordSession(await page.createCDPSession())
      : await recordPlaywright(page)
  recorders.set(page, recorder)
  return recorder
}

/** Returns the recorder of a page, or null. */
export const recorderOf = (page: object): CorsRecorder | null => recorders.get(page) ?? null

async function recordPlaywright(page: PlaywrightPage): Promise<CorsRecorder> {
  const session = await sessionOf(page)
  return session === null ? recordEvents(page) : await recordSession(session)
}

/** Only Chromium has protocol sessions. */
async function sessionOf(page: PlaywrightPage): Promise<ProtocolSession | null> {
  try {
    const context: { newCDPSession(page: PlaywrightPage): Promise<ProtocolSession> } = page.context()
    return await context.newCDPSession(page)
  } catch {
    return null
  }
}
