import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { detailTabs } from '../../src/panel/parts/detail-tabs.ts'
import { waitFor } from '../../src/start/chromium/wait-for.ts'
import { pressWay } from '../demo/press-way.ts'
import { violationsIn } from './axe.ts'
import { click, type Driven, has } from './driven.ts'
import { type OpenedPanel, openPanel } from './panel.ts'
import { choose, openTab, pressButton, selectRequest } from './read-panel.ts'

let opened: OpenedPanel

beforeAll(async () => {
  opened = await openPanel()
})
afterAll(() => opened?.close())

/** The brightness of the panel's background, 0 to 255. */
const brightness = (): Promise<number> =>
  opened.panel.evaluate(() => {
    const [red = 0, green = 0, blue = 0, alpha = '1'] =
      getComputedStyle(document.body).backgroundColor.match(/[\d.]+/g) ?? []
    if (Number(alpha) === 0) throw new Error('The body has no background')
    return (Number(red) + Number(green) + Number(blue)) / 3
  })

/** The headings of the first rank that are drawn, even if only for screen readers. */
const headings = (panel: Driven): Promise<string[]> =>
  panel.evaluate(() =>
    [...document.querySelectorAll('h1')]
      .filter((one) => one.getClientRects().length > 0)
      .map(({ innerText }) => innerText),
  )

describe.each([
  ['light', (value: number) => value > 200],
  ['dark', (value: number) => value < 80],
] as const)('in the %s theme of DevTools', (theme, isRight) => {
  beforeAll(() => opened.setTheme(theme))

  test('the panel has its colors', async () => {
    await waitFor(async () => isRight(await brightness()), `a ${theme} background`)
  })

  test('axe-core objects to nothing: no request yet', async () => {
    await pressButton(opened.panel, 'Clear')
    await waitFor(() => has(opened.panel, '.notice'), 'the empty state')
    expect(await violationsIn(opened.panel)).toEqual([])
  })

  test('axe-core objects to nothing: a list by problem and by time', async () => {
    const { page, panel } = opened
    for (const id of ['no-header', 'wrong-port', 'header-not-exposed', 'connection-refused', 'method-case']) {
      await pressWay(page, id)
    }
    for (const grouping of ['problem', 'time']) {
      await choose(panel, 'show', 'all')
      await choose(panel, 'grouping', grouping)
      await waitFor(() => has(panel, `.list.by-${grouping} .line:not(.head)`), 'the list')
      expect(await violationsIn(panel), grouping).toEqual([])
    }
  })

  test.each([
    ['the settings', '.tool-settings', '.settings'],
    ['the menu of the columns', '.line.head', '.menu.floating'],
    ['the menu of a request', '.line.exchange', '.menu.floating'],
    ['what the filter suggests', 'input[type=search]', '.choices:not([hidden])'],
  ])('axe-core objects to nothing: %s', async (_, at, opens) => {
    const { panel } = opened
    await panel.evaluate((at) => {
      const element = document.querySelector<HTMLElement>(at)
      const { left = 0, bottom = 0 } = element?.getBoundingClientRect() ?? {}
      const options = { bubbles: true, cancelable: true, clientX: left + 4, clientY: bottom - 4 }
      if (element instanceof HTMLButtonElement) element.click()
      else
        element?.dispatchEvent(new MouseEvent(at.startsWith('input') ? 'mousedown' : 'contextmenu', options))
    }, at)
    await waitFor(() => has(panel, opens), 'it to open')
    expect(await violationsIn(panel)).toEqual([])
    await panel.evaluate((opens) => {
      const key = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true })
      const open = document.querySelector(opens)
      ;(open?.matches('.choices') ? open.previousElementSibling : open)?.dispatchEvent(key)
    }, opens)
    await waitFor(async () => !(await has(panel, opens)), 'it to close')
  })

  test.each([
    ['method-case', 'patch', '/api/products/17'],
    ['wildcard-with-credentials', 'GET', '/api/cart'],
    ['redirect-to-other-origin', 'GET', '/api/products/17/photo'],
    ['connection-refused', 'GET', '/v1/stock'],
    ['header-not-exposed', 'GET', '/api/orders/recent/'],
  ])('axe-core objects to nothing: the explanation of %s', async (id, method, path) => {
    await pressWay(opened.page, id)
    await selectRequest(opened.panel, method, path)
    for (const tab of detailTabs) {
      await openTab(opened.panel, tab)
      expect(await violationsIn(opened.panel), tab).toEqual([])
    }
  })

  test('axe-core objects to nothing: the copy menu is open', async () => {
    const { panel } = opened
    await click(panel, '.bar .copy > button')
    await waitFor(() => has(panel, '[role=menu]'), 'the menu')
    expect(await violationsIn(panel)).toEqual([])
    await click(panel, '.bar .copy > button')
  })
})

describe.each(['right', 'bottom'] as const)('docked at the %s', (side) => {
  test('nothing is wider than the panel', async () => {
    const { panel } = opened
    await opened.setDockSide(side)
    await waitFor(() => has(panel, '.line:not(.head), #explanation'), 'the panel to be drawn again')
    // The document is drawn anew, and its frame is resized after that: no picture on the screen is cut.
    const excesses = new Set<string>()
    for (let i = 0; i < 40; i++) {
      excesses.add(
        await panel.evaluate(async () => {
          await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
          const { scrollWidth, clientWidth } = document.documentElement
          return scrollWidth > clientWidth ? `${scrollWidth - clientWidth} at ${clientWidth} pixels` : 'none'
        }),
      )
    }
    expect([...excesses]).toEqual(['none'])
    expect(await violationsIn(panel)).toEqual([])
  })

  test('axe-core objects to nothing, and there is one heading of the first rank: with and without an explanation', async () => {
    const { panel } = opened
    await choose(panel, 'show', 'all')
    for (const isOpened of [true, false]) {
      await panel.evaluate((isOpened) => {
        const isNow = document.querySelector('main')?.classList.contains('opened')
        if (isNow === isOpened) return
        document.querySelector<HTMLElement>(isOpened ? '.line:not(.head)' : '.back')?.click()
      }, isOpened)
      await waitFor(
        async () => (await has(panel, 'main.opened')) === isOpened,
        'the explanation to open or close',
      )
      expect(await violationsIn(panel), `opened: ${isOpened}`).toEqual([])
      await waitFor(async () => (await headings(panel)).length === 1, 'one heading')
    }
  })
})
