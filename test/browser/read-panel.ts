import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { type DetailTab, detailTabs } from '../../src/panel/parts/detail-tabs.ts'
import { waitFor } from '../../src/start/chromium/wait-for.ts'
import { click, type Driven, has, select } from './driven.ts'
import { browser } from './panel.ts'

/** A line of the list. */
export interface Line {
  readonly verdict: string
  readonly method: string
  readonly path: string
}

/** Returns the requests that the list shows, in its order. */
export const linesOf = (panel: Driven): Promise<Line[]> =>
  panel.evaluate(() =>
    [...document.querySelectorAll('.line.exchange')].map((line) => {
      const text = (part: string) => line.querySelector(part)?.textContent?.trim() ?? ''
      const verdict = [...(line.querySelector('.sign')?.children ?? [])].map(({ textContent }) => textContent)
      return { verdict: verdict.join(' '), method: text('.col-method'), path: text('.col-path') }
    }),
  )

/** Chooses what the list shows, or whether it is by problem or by time. */
export async function choose(panel: Driven, name: 'show' | 'grouping', value: string): Promise<void> {
  await waitFor(() => has(panel, '.toolbar'), 'the toolbar')
  if (name === 'grouping') {
    const isByProblem = await has(panel, '.list.by-problem, .tool-group[aria-pressed=true]')
    if (isByProblem !== (value === 'problem')) await pressButton(panel, 'By problem')
    return
  }
  if (await has(panel, 'select[name=show]')) await select(panel, 'select[name=show]', value)
  else await click(panel, `input[name=show][value="${value}"]`)
}

/** Presses the first button with this name or text; what the toolbar has no room for is in its menu. */
export async function pressButton(panel: Driven, text: string): Promise<void> {
  await waitFor(
    () =>
      panel.evaluate((text) => {
        const buttons = [...document.querySelectorAll('button, [role^=menuitem]')]
        const button = buttons.find((one) =>
          (one.getAttribute('aria-label') ?? one.textContent ?? '').trim().startsWith(text),
        )
        if (button instanceof HTMLElement) button.click()
        else document.querySelector<HTMLElement>('.tool[aria-haspopup=menu][aria-expanded=false]')?.click()
        return button !== undefined
      }, text),
    `the button "${text}"`,
  )
}

/** Returns the path of the selected request. */
export const selectedPath = (panel: Driven): Promise<string> =>
  panel.evaluate(() => document.querySelector('.line.selected .col-path')?.textContent?.trim() ?? '')

/** Selects the latest request with this method and path once the list has it. */
export async function selectRequest(panel: Driven, method: string, path: string): Promise<void> {
  await waitFor(
    () =>
      panel.evaluate(
        (method, path) => {
          const is = (line: Element, part: string, value: string) =>
            line.querySelector(part)?.textContent?.trim() === value
          const lines = [...document.querySelectorAll('.line.exchange')]
          const line = lines.findLast((one) => is(one, '.col-method', method) && is(one, '.col-path', path))
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

/** Opens a tab of the explanation. */
export const openTab = async (panel: Driven, tab: DetailTab): Promise<void> => {
  await waitFor(() => has(panel, `#tab-${tab}`), `the tab ${tab}`)
  await click(panel, `#tab-${tab}`)
  await waitFor(() => has(panel, `#tab-${tab}[aria-selected=true]`), `the tab ${tab} to open`)
}

/** Returns the words of the whole explanation, tab by tab and unfolded, with single spaces; without the form. */
export async function explanationText(panel: Driven): Promise<string> {
  const texts: string[] = []
  for (const tab of detailTabs.filter((one) => one !== 'what-if')) {
    await openTab(panel, tab)
    texts.push(
      await panel.evaluate(() => {
        const explanation = document.querySelector<HTMLElement>('#explanation')
        // What is folded belongs to the sentence before it.
        for (const one of explanation?.querySelectorAll('details') ?? []) one.open = true
        for (const one of explanation?.querySelectorAll<HTMLElement>('.more > summary') ?? [])
          one.style.display = 'none'
        return (explanation?.innerText ?? '').replace(/\s+/g, ' ').trim()
      }),
    )
  }
  return texts.join(' ')
}

const name = browser === 'firefox' ? 'Firefox' : 'Chrome'

/** Returns what the panel says this browser calls the failure: one code, or several where the recording leaves them. */
export async function codesHere(panel: Driven): Promise<string[]> {
  await openTab(panel, 'exchange')
  return panel.evaluate((name) => {
    const rows = [...document.querySelectorAll('table.engines tbody tr')]
    const row = rows.find((one) => one.querySelector('th')?.textContent?.startsWith(name))
    return (row?.querySelector('small')?.textContent ?? '').split(' or ').filter((code) => code !== '')
  }, name)
}

/** Returns the text of a part of the panel, '' where it is missing. */
export const textOf = (panel: Driven, selector: string): Promise<string> =>
  panel.evaluate((selector) => {
    const element = document.querySelector(selector)
    if (!(element instanceof HTMLElement)) return ''
    // What people see, with a space where a line ends: textContent has neither.
    return element.innerText.replace(/\s+/g, ' ').trim()
  }, selector)

/** Opens a recording from disk, as if it had been chosen in the browser's dialogue. */
export async function openRecording(panel: Driven, path: string): Promise<void> {
  await waitFor(() => has(panel, 'input[type=file]'), 'the button that opens a recording')
  await panel.evaluate(
    (name, text) => {
      const input = document.querySelector('input[type=file]')
      const chosen = new DataTransfer()
      chosen.items.add(new File([text], name))
      Object.assign(input ?? {}, { files: chosen.files })
      input?.dispatchEvent(new Event('change', { bubbles: true }))
    },
    basename(path),
    readFileSync(path, 'utf8'),
  )
}
