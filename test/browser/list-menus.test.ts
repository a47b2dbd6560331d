import { afterAll, beforeAll, expect, test } from 'vitest'
import { waitFor } from '../../src/start/chromium/wait-for.ts'
import { pressWay } from '../demo/press-way.ts'
import { click, has } from './driven.ts'
import { type OpenedPanel, openPanel } from './panel.ts'
import { choose, linesOf, pressButton, textOf } from './read-panel.ts'

let opened: OpenedPanel

beforeAll(async () => {
  opened = await openPanel()
  for (const id of ['no-header', 'header-twice', 'options-not-routed']) await pressWay(opened.page, id)
  await choose(opened.panel, 'show', 'all')
  await choose(opened.panel, 'grouping', 'time')
  await waitFor(async () => (await linesOf(opened.panel)).length === 3, 'three requests')
  await opened.toFront()
})
afterAll(() => opened?.close())

/** Opens the menu of the first element as the right mouse button does. */
const openMenu = async (selector: string): Promise<void> => {
  await opened.panel.evaluate((selector) => {
    const element = document.querySelector(selector)
    const { left = 0, top = 0 } = element?.getBoundingClientRect() ?? {}
    const options = { bubbles: true, cancelable: true, clientX: left + 60, clientY: top + 8 }
    element?.dispatchEvent(new MouseEvent('contextmenu', options))
  }, selector)
  await waitFor(() => has(opened.panel, '.menu.floating'), 'the menu')
}

/** Chooses from the open menu. */
const chooseItem = (text: string): Promise<void> =>
  opened.panel.evaluate((text) => {
    const items = [...document.querySelectorAll<HTMLElement>('.menu.floating [role^=menuitem]')]
    items.find(({ textContent }) => textContent?.includes(text))?.click()
  }, text)

const columns = () =>
  opened.panel.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[role=columnheader]')].map(
      ({ dataset }) => dataset['column'],
    ),
  )

const filterText = () =>
  opened.panel.evaluate(() => document.querySelector<HTMLInputElement>('input[type=search]')?.value)

const settings = () =>
  opened.panel.evaluate(() => JSON.parse(localStorage.getItem('whycors.settings') ?? 'null'))

test('a request is copied, and requests are filtered by its host, from its menu', async () => {
  const { panel } = opened
  await openMenu('.line.exchange')
  const items = await panel.evaluate(() =>
    [...document.querySelectorAll('.menu.floating [role^=menuitem]')].map(({ textContent }) => textContent),
  )
  expect(items).toEqual(
    expect.arrayContaining(['Copy as Markdown', 'Copy URL', 'Copy request as cURL (bash)', 'Save as HAR']),
  )
  expect(items.some((item) => /block/i.test(item ?? ''))).toBe(false)
  expect(items.includes('Open in Network panel')).toBe(opened.browser === 'chromium')
  await pressButton(panel, 'Copy URL')
  await waitFor(
    async () => /^(Copied|The browser didn’t allow copying)/.test(await textOf(panel, '.said')),
    'the copy',
  )

  await openMenu('.line.exchange')
  await pressButton(panel, 'Show only')
  await waitFor(async () => /^domain:\S+$/.test((await filterText()) ?? ''), 'the filter')
  const some = (await linesOf(panel)).length
  expect(some).toBeGreaterThan(0)
  await openMenu('.line.exchange')
  await pressButton(panel, 'Hide')
  await waitFor(async () => /^domain:\S+ -domain:\S+$/.test((await filterText()) ?? ''), 'the longer filter')
  await waitFor(() => has(panel, '.notice'), 'nothing to be left')
  await pressButton(panel, 'Show all')
  await waitFor(async () => (await linesOf(panel)).length === 3, 'all three again')
})

test('a menu goes with Escape, and the list has the focus again', async () => {
  const { panel } = opened
  await click(panel, '.line.exchange')
  await openMenu('.line.exchange')
  await opened.press('Escape')
  await waitFor(async () => !(await has(panel, '.menu.floating')), 'the menu to be gone')
  expect(await panel.evaluate(() => document.activeElement?.classList.contains('list'))).toBe(true)
})

test('columns are hidden and shown again, and stay so', async () => {
  const { panel } = opened
  expect(await columns()).toContain('time')
  await openMenu('.line.head')
  await chooseItem('Time')
  await waitFor(async () => !(await columns()).includes('time'), 'the column to be gone')
  expect((await settings()).columns.time).toEqual({ shown: false, width: null })
  await openMenu('.line.head')
  await chooseItem('Reset columns')
  await waitFor(async () => (await columns()).includes('time'), 'the column again')
  expect(await has(panel, '.menu.floating')).toBe(false)
})

test('a column is as wide as its edge is pulled, and so is the list', async () => {
  const { panel } = opened
  const pull = (selector: string, by: number) =>
    panel.evaluate(
      (selector, by) => {
        const edge = document.querySelector<HTMLElement>(selector)
        const { left = 0, top = 0 } = edge?.getBoundingClientRect() ?? {}
        const at = (x: number) => ({ bubbles: true, pointerId: 1, button: 0, clientX: x, clientY: top + 4 })
        // A made-up pointer can't be captured.
        if (edge) edge.setPointerCapture = () => undefined
        edge?.dispatchEvent(new PointerEvent('pointerdown', at(left)))
        edge?.dispatchEvent(new PointerEvent('pointermove', at(left + by)))
        edge?.dispatchEvent(new PointerEvent('lostpointercapture', at(left + by)))
      },
      selector,
      by,
    )
  const widthOf = (selector: string) =>
    panel.evaluate((selector) => document.querySelector<HTMLElement>(selector)?.offsetWidth ?? 0, selector)
  const method = await widthOf('[data-column=method]')
  await pull('[data-column=method] .grip', 30)
  await waitFor(async () => (await widthOf('[data-column=method]')) >= method + 29, 'a wider column')
  const list = await widthOf('.list')
  await pull('.splitter', 80)
  await waitFor(async () => (await widthOf('.list')) > list + 40, 'a wider list')
  const { columns, split } = await settings()
  expect(columns.method.width).toBeGreaterThanOrEqual(method + 29)
  expect(split).toBeGreaterThan(42)
})

test('what was chosen holds in the next panel too', async () => {
  expect((await settings()).grouping).toBe('time')
  const other = await opened.openTab()
  await waitFor(
    () =>
      other.panel.evaluate(
        () => Reflect.get(window, 'whycorsSession')?.store.get().settings.grouping === 'time',
      ),
    'the list of another tab to be by time',
  )
  await other.close()
})
