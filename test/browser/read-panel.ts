import type { Frame } from 'puppeteer-core'
import { waitFor } from '../../src/start/chromium/wait-for.ts'

/** A line of the list. */
export interface Line {
  readonly verdict: string
  readonly method: string
  readonly path: string
}

/** Returns the requests that the list shows, in its order. */
export const linesOf = (panel: Frame): Promise<Line[]> =>
  panel.$$eval('[role=treeitem].exchange', (lines) =>
    lines.map((line) => {
      const text = (part: string) => line.querySelector(part)?.textContent?.trim() ?? ''
      return { verdict: text('.tag'), method: text('.method'), path: text('.path') }
    }),
  )

/** Chooses one of the toolbar's alternatives by its value. */
export async function choose(panel: Frame, name: 'show' | 'grouping', value: string): Promise<void> {
  await panel.$eval(`input[name=${name}][value=${value}]`, (input) => (input as HTMLInputElement).click())
}

/** Presses the first button with this text. */
export async function pressButton(panel: Frame, text: string): Promise<void> {
  await waitFor(
    () =>
      panel.$$eval(
        'button, [role^=menuitem]',
        (buttons, text) => {
          const button = buttons.find((one) => one.textContent?.trim().startsWith(text))
          if (!(button instanceof HTMLElement)) return false
          button.click()
          return true
        },
        text,
      ),
    `the button "${text}"`,
  )
}

/** Selects the latest request with this method and path once the list has it. */
export async function selectRequest(panel: Frame, method: string, path: string): Promise<void> {
  await waitFor(
    () =>
      panel.$$eval(
        '[role=treeitem].exchange',
        (lines, method, path) => {
          const is = (line: Element, part: string, value: string) =>
            line.querySelector(part)?.textContent?.trim() === value
          const line = lines.findLast((one) => is(one, '.method', method) && is(one, '.path', path))
          if (!(line instanceof HTMLElement)) return false
          line.click()
          return true
        },
        method,
        path,
      ),
    `the request ${method} ${path} in the list`,
  )
}

/** Returns the words of the explanation, with single spaces. */
export const explanationText = (panel: Frame): Promise<string> => textOf(panel, '#explanation')

/** Returns what the panel says Chrome calls the failure: one code, or several where the recording leaves them. */
export const chromeCodes = (panel: Frame): Promise<string[]> =>
  panel.$$eval('table.engines tbody tr', (rows) => {
    const row = rows.find((one) => one.querySelector('th')?.textContent?.startsWith('Chrome'))
    return (row?.querySelector('small')?.textContent ?? '').split(' or ').filter((code) => code !== '')
  })

/** Returns the text of a part of the panel, '' where it is missing. */
export const textOf = (panel: Frame, selector: string): Promise<string> =>
  panel.$$eval(selector, ([element]) => {
    if (!(element instanceof HTMLElement)) return ''
    // What people see, with a space where a line ends: textContent has neither.
    return element.innerText.replace(/\s+/g, ' ').trim()
  })

/** Opens a recording from disk. */
export async function openRecording(panel: Frame, path: string): Promise<void> {
  const input = await panel.waitForSelector('input[type=file]')
  await input?.uploadFile(path)
}
