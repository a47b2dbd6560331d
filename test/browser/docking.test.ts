import { afterAll, beforeAll, expect, test } from 'vitest'
import { sleep, waitFor } from '../../src/start/chromium/wait-for.ts'
import { pressWay } from '../demo/press-way.ts'
import { has } from './driven.ts'
import { type OpenedPanel, openPanel } from './panel.ts'
import { choose, linesOf, pressButton, selectRequest, textOf } from './read-panel.ts'

let opened: OpenedPanel

beforeAll(async () => {
  opened = await openPanel()
  for (const id of ['no-header', 'options-not-routed', 'header-not-exposed']) await pressWay(opened.page, id)
  await choose(opened.panel, 'grouping', 'time')
  await selectRequest(opened.panel, 'PUT', '/payments/42')
  await opened.panel.evaluate(() => {
    const filter = document.querySelector<HTMLInputElement>('input[type=search]')
    if (filter === null) throw new Error('There is no filter')
    filter.value = 'localhost'
    filter.dispatchEvent(new InputEvent('input', { bubbles: true }))
    // It goes with the document.
    Object.assign(window, { isOldPanel: true })
  })
  await choose(opened.panel, 'show', 'blocked')
  await pressButton(opened.panel, 'Pause')
  await waitFor(async () => (await linesOf(opened.panel)).length === 2, 'the blocked requests')
})
afterAll(() => opened?.close())

test.each(['right', 'undocked', 'bottom'] as const)(
  'docked elsewhere (%s), the panel is as it was',
  async (side) => {
    const { panel } = opened
    await opened.setDockSide(side)
    await waitFor(async () => (await explained()).endsWith('/payments/42'), 'the explanation')
    const { show, filter, counted, recording } = await panel.evaluate(() => ({
      show: document.querySelector<HTMLInputElement | HTMLSelectElement>(
        '.toolbar input[type=radio]:checked, .toolbar select',
      )?.value,
      filter: document.querySelector<HTMLInputElement>('input[type=search]')?.value,
      counted: document.querySelector('.status .part')?.textContent,
      recording: document.querySelector('.tool-record')?.getAttribute('aria-pressed'),
    }))
    expect({ show, filter, counted, recording }).toEqual({
      show: 'blocked',
      filter: 'localhost',
      counted: '2 problems in 2 blocked requests',
      recording: 'false',
    })
    expect(await has(panel, '.list.by-time')).toBe(true)
  },
)

test('and goes on as it was told to', async () => {
  const { page, panel } = opened
  await pressWay(page, 'wrong-port')
  // Firefox tells of it a moment later, and that is to be within the pause.
  await sleep(1200)
  await pressButton(panel, 'Resume')
  await pressWay(page, 'trailing-slash')
  await waitFor(async () => (await linesOf(panel)).length === 3, 'the request after the pause')
  expect((await linesOf(panel)).map(({ path }) => path)).toEqual([
    '/api/products',
    '/payments/42',
    '/api/categories',
  ])
})

/** What is explained; in a narrow panel the list is out of sight. */
const explained = () => textOf(opened.panel, '.request-line code')
