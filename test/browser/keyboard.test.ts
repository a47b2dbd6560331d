import { afterAll, beforeAll, expect, test } from 'vitest'
import { waitFor } from '../../src/start/chromium/wait-for.ts'
import { pressWay } from '../demo/press-way.ts'
import { has } from './driven.ts'
import type { Key } from './opened-panel.ts'
import { type OpenedPanel, openPanel } from './panel.ts'
import { choose, linesOf, selectedPath, textOf } from './read-panel.ts'

let opened: OpenedPanel

beforeAll(async () => {
  opened = await openPanel()
  for (const id of ['no-header', 'options-not-routed', 'header-not-exposed']) await pressWay(opened.page, id)
  await choose(opened.panel, 'show', 'all')
  await choose(opened.panel, 'grouping', 'time')
  await waitFor(async () => (await linesOf(opened.panel)).length === 3, 'three requests')
  await opened.toFront()
})
afterAll(() => opened?.close())

/** The steps build on each other, as those of a person do. */
test('everything can be reached and done with the keyboard alone', async () => {
  const { panel } = opened
  expect(await tabTo('Pause')).toMatch(/^Pause/)
  await press('Space')
  await waitFor(() => has(panel, '.tool-record[aria-pressed=false]'), 'the pause')
  await press('Enter')
  await waitFor(() => has(panel, '.tool-record[aria-pressed=true]'), 'the end of the pause')

  await tabTo('Filter requests')
  await type('met')
  await waitFor(() => has(panel, '.choices:not([hidden])'), 'suggestions')
  await press('ArrowDown')
  await press('Enter')
  await press('ArrowDown')
  await press('Enter')
  await waitFor(async () => /^method:\w+ $/.test(await filterText()), 'a method to be filtered by')
  await press('Escape')
  await waitFor(async () => (await filterText()) === '', 'the filter to be empty')
  await type('payments')
  await waitFor(async () => (await linesOf(panel)).length === 1, 'the filter to work')
  await press('Enter')
  await waitFor(async () => (await focused()) === 'Requests', 'the list to have the focus')
  await type('/')
  await waitFor(async () => (await focused()) === 'Filter requests', 'the filter to have it')
  await press('Escape')
  await waitFor(async () => (await linesOf(panel)).length === 3, 'the whole list')
  await press('Escape')
  await waitFor(async () => (await focused()) === 'Requests', 'the list to have the focus again')

  // The tabs are radio buttons: the arrow keys change the choice.
  await tabTo('All')
  await press('ArrowLeft')
  await waitFor(async () => (await linesOf(panel)).length < 3, 'fewer requests')
  await press('ArrowRight')
  await waitFor(async () => (await linesOf(panel)).length === 3, 'all requests')

  await tabTo('Settings')
  await press('Enter')
  await waitFor(() => has(panel, '.settings'), 'the settings')
  await press('Escape')
  await waitFor(async () => (await focused()) === 'Settings', 'the button to have the focus again')

  // The titles of the columns are one stop; they sort, and are pulled with Shift.
  await tabTo('Result')
  await press('ArrowRight')
  await press('ArrowRight')
  await waitFor(async () => (await focused()) === 'Path', 'the path to have the focus')
  await press('Enter')
  await waitFor(() => has(panel, '[data-column=path][aria-sort=ascending]'), 'the list by path')
  await press('Enter')
  await press('Enter')
  await waitFor(() => has(panel, '[data-column=path][aria-sort=none]'), 'the list in its own order')
  await press('ArrowDown')
  await waitFor(async () => (await focused()) === 'Requests', 'the list to have the focus')

  await press('Home')
  await selects('/api/products')
  await press('ArrowDown')
  await selects('/payments/42')
  await press('End')
  await selects('/api/orders/recent/')
  await press('ArrowUp')
  await type('c')
  // Nothing shows which server it is.
  await waitFor(async () => (await textOf(panel, '.said')) === 'Choose the server first', 'the choice')
  await press('Enter')
  await waitFor(
    () => panel.evaluate(() => document.activeElement?.id === 'explanation'),
    'the explanation to have the focus',
  )
  await press('Escape')
  await waitFor(async () => (await focused()) === 'Requests', 'the list to have the focus again')

  await tabTo('Width of the list')
  const width = await listWidth()
  await press('ArrowRight')
  await waitFor(async () => (await listWidth()) > width, 'a wider list')
  await press('ArrowLeft')

  await tabTo('Fix')
  await press('ArrowLeft')
  await waitFor(async () => (await focused()) === 'Why', 'the tab beside it')
  await press('ArrowRight')
  await waitFor(() => has(panel, '#tab-fix[aria-selected=true]'), 'the next tab')
  expect(await focused()).toBe('Fix')
  await press('End')
  await waitFor(() => has(panel, '#tab-what-if[aria-selected=true]'), 'the last tab')
  await press('ArrowRight')
  await waitFor(() => has(panel, '#tab-why[aria-selected=true]'), 'the first tab again')
  await press('Tab')
  expect(await panel.evaluate(() => document.activeElement?.id)).toBe('explanation')

  await tabTo('Copy or save')
  await press('Enter')
  await waitFor(async () => (await focused()).startsWith('Copy explanation as Markdown'), 'the menu')
  await press('ArrowDown')
  await waitFor(async () => (await focused()).startsWith('Copy preflight as curl'), 'the next item')
  await press('Escape')
  await waitFor(async () => (await focused()) === 'Copy or save', 'the button again')
  await waitFor(async () => !(await has(panel, '[role=menu]')), 'the menu to be gone')
  await press('Enter')
  await waitFor(() => has(panel, '[role=menu]'), 'the menu')
  await press('Enter')
  await waitFor(
    async () => (await textOf(panel, '.bar .copy .done')).includes('Copied'),
    'the word that it is copied',
  )
})

test('what was copied is said, however soon after the explanation appeared', async () => {
  const { panel } = opened
  await tabTo('Requests')
  await press('Home')
  await waitFor(() => has(panel, '.bar .copy > button'), 'the copy button')
  const said = await panel.evaluate(async () => {
    const item = [...document.querySelectorAll<HTMLElement>('.line.exchange')].at(-1)
    item?.click()
    // Every timer that began with the explanation is due when the button is pressed.
    await new Promise((resolve) => setTimeout(resolve, 500))
    for (const end = Date.now() + 2500; Date.now() < end; );
    document.querySelector<HTMLElement>('.bar .copy > button')?.click()
    for (let i = 0; i < 20; i++) await null
    document.querySelector<HTMLElement>('[role=menuitem]')?.click()
    await new Promise((resolve) => setTimeout(resolve, 300))
    return document.querySelector('.bar .copy .done')?.textContent
  })
  expect(said).toMatch(/^(Copied|The browser didn’t allow)/)
})

test('a problem can be unfolded and folded', async () => {
  const { panel } = opened
  await tabTo('By problem')
  await press('Space')
  await waitFor(() => has(panel, '.line.problem'), 'the list by problem')
  await tabTo('Requests')
  await press('Home')
  await press('ArrowRight')
  await waitFor(() => has(panel, '.line.problem[aria-expanded=true]'), 'the problem to be unfolded')
  expect(await linesOf(panel)).toHaveLength(1)
  await press('ArrowLeft')
  await waitFor(async () => (await linesOf(panel)).length === 0, 'the problem to be folded')
})

test('whatever has the focus shows it', async () => {
  const { panel } = opened
  const unmarked: string[] = []
  for (let i = 0; i < 14; i++) {
    await press('Tab')
    const isMarked = await panel.evaluate(() => {
      const { activeElement } = document
      if (activeElement === null || activeElement === document.body) return true
      // A radio button hides behind its label, and the list marks the line that it has come to.
      const shown = [activeElement, activeElement.closest('label'), activeElement.querySelector('.selected')]
      return shown.some((element) => {
        if (element === null) return false
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
        return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
      })
    })
    if (!isMarked) unmarked.push(await focused())
  }
  expect(unmarked).toEqual([])
})

const press = (key: Key) => opened.press(key)
const type = (text: string) => opened.type(text)

const filterText = () =>
  opened.panel.evaluate(() => document.querySelector<HTMLInputElement>('input[type=search]')?.value ?? '')

const listWidth = () =>
  opened.panel.evaluate(() => document.querySelector<HTMLElement>('.list')?.offsetWidth ?? 0)

/** The name of what has the focus: its label, else its text. */
const focused = (): Promise<string> =>
  opened.panel.evaluate(() => {
    const { activeElement } = document
    if (activeElement === document.body) return ''
    const label = activeElement?.getAttribute('aria-label') ?? activeElement?.closest('label')?.textContent
    return (label ?? activeElement?.textContent ?? '').trim().replace(/\s+/g, ' ')
  })

/** Presses Tab until something with this name has the focus, and returns its whole name. */
async function tabTo(name: string): Promise<string> {
  const passed: string[] = []
  for (let i = 0; i < 80; i++) {
    const now = await focused()
    if (now.startsWith(name) && (await opened.panel.evaluate(() => document.hasFocus()))) return now
    passed.push(now.slice(0, 30))
    await press('Tab')
  }
  throw new Error(`Tab never comes to "${name}", only to ${[...new Set(passed)].join(' · ')}`)
}

const selects = (path: string) =>
  waitFor(async () => (await selectedPath(opened.panel)) === path, `${path} to be selected`)
