import type { Page } from 'puppeteer-core'

/** Presses a way's button as a visitor does, and returns what the page says when all of its requests have ended. */
export async function pressWay(page: Page, id: string): Promise<string> {
  await page.locator(`#${id} button`).click()
  const result = await page.waitForFunction(
    (selector) => {
      const text = document.querySelector(selector)?.textContent ?? ''
      return text === '' || text === '…' ? false : text
    },
    {},
    `#${id} output`,
  )
  return String(await result.jsonValue())
}
