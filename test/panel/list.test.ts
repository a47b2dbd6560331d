import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Item, indexOfSelection, listItems, selectionOf } from '../../src/panel/list/list-items.ts'
import { keyAction } from '../../src/panel/list/list-keys.ts'
import { offsetsOf, scrollToShow, visibleWindow } from '../../src/panel/list/visible-window.ts'
import { filtered } from '../../src/panel/state/filter.ts'
import { countShown } from '../../src/panel/state/verdict-kind.ts'
import { chromeEntry } from '../make-har.ts'
import { diagnosed } from './panel-diagnoses.ts'

const { diagnoses } = diagnosed([
  chromeEntry({ at: 1, url: 'https://cdn.test/font', response: { 'Access-Control-Allow-Origin': '*' } }),
  chromeEntry({ at: 2, url: 'https://api.test/carts', error: 'net::ERR_FAILED' }),
  chromeEntry({ at: 3, url: 'https://api.test/orders', status: 502, error: 'net::ERR_FAILED' }),
  chromeEntry({ at: 4, url: 'https://api.test/items', error: 'net::ERR_FAILED' }),
  chromeEntry({ at: 5, url: 'https://app.example/own' }),
])
const paths = (all: readonly { verdict: { exchange: { url: string } } }[]) =>
  all.map(({ verdict }) => new URL(verdict.exchange.url).pathname)

describe('the filter', () => {
  it.each([
    ['all', '', ['/font', '/carts', '/orders', '/items']],
    ['blocked', '', ['/carts', '/orders', '/items']],
    ['shared', '', ['/font']],
    ['depends', '', []],
    ['all', 'API.test', ['/carts', '/orders', '/items']],
    ['all', 'api 502', ['/orders']],
    ['all', 'api -502', ['/carts', '/items']],
    ['all', 'allow-origin-missing', ['/carts', '/orders', '/items']],
    ['all', 'access-control-allow-origin', ['/carts', '/orders', '/items']],
    ['all', 'no such thing', []],
  ] as const)('%s, "%s"', (show, filter, expected) => {
    expect(paths(filtered(diagnoses, show, filter))).toEqual(expected)
  })

  it('counts what each tab has', () => {
    expect(countShown(diagnoses)).toEqual({ blocked: 3, depends: 0, shared: 1, all: 4 })
  })
})

const shown = filtered(diagnoses, 'all', '')
const none = new Set<string>()

describe('the lines', () => {
  it('stand by problem, the most urgent first, or by time', () => {
    const byProblem = listItems(shown, { grouping: 'problem', collapsed: none })
    expect(
      byProblem.map((item) => (item.type === 'problem' ? item.all.length : paths([item.diagnosis])[0])),
    ).toEqual([2, '/carts', '/items', 1, '/orders', 1, '/font'])
    const byTime = listItems(shown, { grouping: 'time', collapsed: none })
    expect(byTime.map((item) => item.type === 'exchange' && paths([item.diagnosis])[0])).toEqual(paths(shown))
  })

  it('of a closed problem are not there', () => {
    const [first] = listItems(shown, { grouping: 'problem', collapsed: none })
    const collapsed = new Set(first?.type === 'problem' ? [first.key] : [])
    expect(listItems(shown, { grouping: 'problem', collapsed })).toHaveLength(5)
  })

  it('are found by what they select', () => {
    const items = listItems(shown, { grouping: 'problem', collapsed: none })
    items.forEach((item, i) => {
      expect(indexOfSelection(items, selectionOf(item))).toBe(i)
    })
    expect(indexOfSelection(items, null)).toBe(-1)
  })
})

describe('the keys of the list', () => {
  const items: readonly Item[] = listItems(shown, { grouping: 'problem', collapsed: none })
  const key = items[0]?.type === 'problem' ? items[0].key : ''
  it.each([
    ['ArrowDown', -1, { type: 'go', index: 0 }],
    ['ArrowDown', 6, { type: 'go', index: 6 }],
    ['ArrowUp', -1, { type: 'go', index: 6 }],
    ['ArrowUp', 3, { type: 'go', index: 2 }],
    ['Home', 5, { type: 'go', index: 0 }],
    ['End', 1, { type: 'go', index: 6 }],
    ['PageDown', 0, { type: 'go', index: 4 }],
    ['PageUp', 2, { type: 'go', index: 0 }],
    ['ArrowLeft', 2, { type: 'go', index: 0 }],
    ['ArrowLeft', 0, { type: 'toggle', key, collapsed: true }],
    ['ArrowRight', 0, { type: 'go', index: 1 }],
    ['ArrowRight', 1, null],
    ['Enter', 2, { type: 'open' }],
    ['x', 2, null],
  ] as const)('%s on line %i', (pressed, current, expected) => {
    expect(keyAction(pressed, items, current, 4)).toEqual(expected)
  })
})

describe('the window of a long list', () => {
  const lines = fc.array(fc.constantFrom(24, 42, 44), { maxLength: 400 })
  const offsetsFor = (heights: readonly number[]) => offsetsOf(heights, (height) => height)

  it('holds every line that is in view, and not many others', () => {
    fc.assert(
      fc.property(lines, fc.nat(20_000), fc.integer({ min: 1, max: 1500 }), (heights, scrollTop, height) => {
        const offsets = offsetsFor(heights)
        const { start, end, top, total } = visibleWindow(offsets, scrollTop, height)
        expect(total).toBe(heights.reduce((sum, one) => sum + one, 0))
        expect(top).toBe(offsets[start])
        heights.forEach((one, i) => {
          const from = offsets[i] ?? 0
          if (from < scrollTop + height && from + one > scrollTop) expect(i >= start && i < end).toBe(true)
        })
        expect(end - start).toBeLessThanOrEqual(height / 24 + 20)
      }),
    )
  })

  it('scrolls as far as it must to show a line, and no further', () => {
    const offsets = offsetsFor(Array.from({ length: 100 }, () => 24))
    expect(scrollToShow(offsets, 50, 0, 240)).toBe(51 * 24 - 240)
    expect(scrollToShow(offsets, 5, 1000, 240)).toBe(120)
    expect(scrollToShow(offsets, 3, 48, 240)).toBe(48)
  })
})
