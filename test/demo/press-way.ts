import { waitFor } from '../../src/start/chromium/wait-for.ts'

/** A page that can be driven: puppeteer's, or another. */
interface Page {
  evaluate(work: (id: string) => string, id: string): Promise<string>
}

/** Presses a way's button, and returns what the page says when all of its requests have ended. */
export async function pressWay(page: Page, id: string): Promise<string> {
  await page.evaluate((id) => {
    const button = document.querySelector<HTMLElement>(`#${id} button`)
    if (button === null) throw new Error(`The page has no way ${id}`)
    button.click()
    return ''
  }, id)
  return waitFor(async () => {
    const told = await page.evaluate((id) => document.querySelector(`#${id} output`)?.textContent ?? '', id)
    return told !== '…' && told
  }, `the end of ${id}`)
}
