import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { atOnce } from '../../src/internal.ts'
import { columnLayout } from '../../src/panel/list/column-layout.ts'
import { foldingBy } from '../../src/panel/list/folding.ts'
import { groupTitles } from '../../src/panel/list/group-titles.ts'
import type { Item } from '../../src/panel/list/items.ts'
import {
  diagnosisOf,
  indexOfSelection,
  type ListOptions,
  selectionOf,
} from '../../src/panel/list/list-items.ts'
import { keyAction } from '../../src/panel/list/list-keys.ts'
import { type LongestValues, longestValues } from '../../src/panel/list/longest-values.ts'
import { nextSort } from '../../src/panel/list/sorting.ts'
import { scrollToShow, visibleWindow } from '../../src/panel/list/visible-window.ts'
import { type Found, foundInSteps } from '../../src/panel/state/filter.ts'
import type { Listed } from '../../src/panel/state/listed.ts'
import { rowFacts } from '../../src/panel/state/row-facts.ts'
import { idOf } from '../../src/panel/state/selection.ts'
import type { Settings } from '../../src/panel/state/settings.ts'
import { countShown } from '../../src/panel/state/verdict-kind.ts'
import { chromeEntry } from '../make-har.ts'
import { diagnosed, filtered, indexOf, listOf, requestsOf, rowsOf } from './panel-diagnoses.ts'

const { diagnoses } = diagnosed([
  chromeEntry({ at: 1, url: 'https://cdn.test/font', response: { 'Access-Control-Allow-Origin': '*' } }),
  chromeEntry({ at: 2, url: 'https://api.test/carts', error: 'net::ERR_FAILED' }),
  chromeEntry({ at: 3, url: 'https://api.test/orders', status: 502, error: 'net::ERR_FAILED' }),
  chromeEntry({ at: 4, url: 'https://api.test/items', error: 'net::ERR_FAILED' }),
  chromeEntry({ at: 5, url: 'https://app.example/own' }),
])
const paths = (all: readonly Listed[]) => all.map((one) => new URL(rowFacts(one).url).pathname)
const listItems = (all: readonly Listed[], options: ListOptions) => rowsOf(listOf(all, options))

describe('the filter', () => {
  it.each([
    ['all', '', ['/font', '/carts', '/orders', '/items']],
    ['blocked', '', ['/carts', '/orders', '/items']],
    ['shared', '', ['/font']],
    ['warnings', '', []],
    ['not cors', '', ['/own']],
    ['depends', '', []],
    ['all', 'API.test', ['/carts', '/orders', '/items']],
    ['all', 'api 502', ['/orders']],
    ['all', 'api -502', ['/carts', '/items']],
    ['all', 'allow-origin-missing', ['/carts', '/orders', '/items']],
    ['all', 'access-control-allow-origin', ['/carts', '/orders', '/items']],
    ['all', 'no such thing', []],
    ['all', 'status:502', ['/orders']],
    ['all', 'status:5xx', ['/orders']],
    ['all', '-status:5xx', ['/font', '/carts', '/items']],
    ['all', 'domain:cdn.test', ['/font']],
    ['all', 'domain:test', ['/font', '/carts', '/orders', '/items']],
    ['all', 'domain:est', []],
    ['all', 'domain:a*.test', ['/carts', '/orders', '/items']],
    ['all', '-domain:api.test', ['/font']],
    ['all', 'method:get /api|cdn/', ['/font', '/carts', '/orders', '/items']],
    ['all', 'url:/orders$/', ['/orders']],
    ['all', '-url:/orders$/ api', ['/carts', '/items']],
    ['all', '/carts|items/', ['/carts', '/items']],
    ['all', '-/carts|items/', ['/font', '/orders']],
    ['all', '/(unfinished/', []],
    ['all', 'origin:app.example', ['/font', '/carts', '/orders', '/items']],
    ['all', 'rule:allow-origin-missing status:', ['/carts', '/orders', '/items']],
    ['all', 'https://api.test/carts', ['/carts']],
    ['all', '"carts', ['/carts']],
  ] as const)('%s, "%s"', (show, filter, expected) => {
    expect(paths(filtered(diagnoses, show, filter))).toEqual(expected)
  })

  it.each(['cart', 'get api', '-font', 'a b', 'status:4xx', '/carts|items/', '"api', 'x'])(
    'finds the same whether it was typed or pasted, forward and back: "%s"',
    (text) => {
      const index = indexOf(diagnoses)
      let before: Found | null = null
      const typed = Array.from({ length: text.length + 1 }, (_, i) => text.slice(0, i))
      for (const show of ['all', 'blocked'] as const)
        for (const filter of [...typed, ...typed.toReversed()]) {
          before = atOnce(foundInSteps(index, show, filter, before))
          expect(paths(requestsOf(before))).toEqual(paths(filtered(diagnoses, show, filter)))
        }
    },
  )

  it('counts what each tab has', () => {
    const warned = { 'Access-Control-Allow-Origin': 'https://app.example' }
    const more = diagnosed([
      chromeEntry({ url: 'https://cdn.test/x', response: warned }),
      chromeEntry({ at: 1, url: 'https://cdn.test/pixel', type: 'image', mode: 'no-cors' }),
    ]).diagnoses
    const counts = countShown(indexOf([...diagnoses, ...more]).kinds)
    expect(counts).toEqual({ blocked: 3, warnings: 1, depends: 0, shared: 1, all: 5, 'not cors': 2 })
    expect(counts.all + counts['not cors']).toBe(diagnoses.length + more.length)
  })
})

const shown = filtered(diagnoses, 'all', '')
const unfolded = { grouping: 'problem', sort: null, isFolded: () => false } as const
const byTime = { ...unfolded, grouping: 'time' } as const
const urlOf = (item: Item) => rowFacts(diagnosisOf(item)).url
const pathOf = (item: Item) => new URL(urlOf(item)).pathname

describe('the lines', () => {
  it('stand by problem, the most urgent first, or by time', () => {
    const items = listItems(shown, unfolded)
    expect(items.map((item) => (item.type === 'problem' ? item.all.length : pathOf(item)))).toEqual([
      ...[2, '/carts', '/items', 1, '/orders', 1, '/font'],
    ])
    expect(listItems(shown, byTime).map(pathOf)).toEqual(paths(shown))
  })

  it('of a folded problem are not there', () => {
    const [first] = listItems(shown, unfolded)
    expect(listItems(shown, { ...unfolded, isFolded: ({ id }) => id === first?.id })).toHaveLength(5)
  })

  it('are found by what they select', () => {
    for (const items of [listOf(shown, unfolded), listOf(shown, byTime)]) {
      rowsOf(items).forEach((item, i) => {
        expect(indexOfSelection(items, selectionOf(item), diagnosisOf(item))).toBe(i)
      })
      expect(indexOfSelection(items, null, null)).toBe(-1)
    }
  })

  it('of requests alike are one, which can be unfolded', () => {
    const polled = diagnosed(
      [1, 2, 3].flatMap((n) => [
        chromeEntry({ at: n * 2, url: `https://api.test/poll?n=${n}`, error: 'net::ERR_FAILED' }),
        chromeEntry({ at: n * 2 + 1, url: `https://api.test/once/${n}`, error: 'net::ERR_FAILED' }),
      ]),
    ).diagnoses
    const list = listOf(polled, { ...unfolded, isFolded: ({ type }) => type === 'repeat' })
    const folded = rowsOf(list)
    expect(folded.map((item) => (item.type === 'exchange' ? pathOf(item) : item.all.length))).toEqual([
      ...[6, 3, '/once/1', '/once/2', '/once/3'],
    ])
    expect(listItems(polled, unfolded).map(({ level }) => level)).toEqual([1, 2, 3, 3, 3, 2, 2, 2])
    // A request that a folded line has is found there, and the line stands for its last one.
    const [, , second] = polled
    const selection = { type: 'exchange', id: idOf(second as Listed) } as const
    expect(indexOfSelection(list, selection, second as Listed)).toBe(1)
    expect(new URL(folded[1] === undefined ? '' : urlOf(folded[1])).search).toBe('?n=3')
    const problem = listOf(polled, { ...unfolded, isFolded: () => true })
    expect(indexOfSelection(problem, selection, second as Listed)).toBe(0)
  })

  it.each([
    [{ column: 'path', descending: false }, ['/carts', '/font', '/items', '/orders']],
    [{ column: 'path', descending: true }, ['/orders', '/items', '/font', '/carts']],
    [{ column: 'status', descending: true }, ['/orders', '/font', '/carts', '/items']],
    [{ column: 'host', descending: false }, ['/carts', '/orders', '/items', '/font']],
    [{ column: 'kind', descending: true }, ['/font', '/carts', '/orders', '/items']],
  ] as const)('stand by a column: %o', (sort, expected) => {
    expect(listItems(shown, { ...byTime, sort }).map(pathOf)).toEqual(expected)
  })

  it('of problems stand by how many requests they have', () => {
    const sort = { column: 'count', descending: false } as const
    const problems = listItems(shown, { ...unfolded, sort, isFolded: () => true })
    expect(problems.map((item) => item.type === 'problem' && item.all.length)).toEqual([1, 1, 2])
  })

  it('come back to their own order after two clicks on a title', () => {
    const once = nextSort(null, 'host')
    expect(once).toEqual({ column: 'host', descending: false })
    expect(nextSort(once, 'host')).toEqual({ column: 'host', descending: true })
    expect(nextSort(nextSort(once, 'host'), 'host')).toBeNull()
    expect(nextSort(once, 'count')).toEqual({ column: 'count', descending: true })
  })
})

describe('what is folded at first', () => {
  const example = shown[1] as Listed
  const fine = shown[0] as Listed
  const line = { id: 'problem x', type: 'problem', example, lines: 3, problems: 2 } as const
  const folding = (list: Parameters<typeof foldingBy>[0] = { allFolded: null, folded: new Map() }) =>
    foldingBy(list, new Map())

  it.each([
    ['a problem of a few lines', {}, false],
    ['one of a single line', { lines: 1 }, true],
    ['one of more than five lines', { lines: 6 }, true],
    ['each of many problems', { problems: 9 }, true],
    ['requests alike', { type: 'repeat' }, true],
    ['what is allowed', { example: fine }, true],
  ] as const)('%s', (_, change, expected) => {
    expect(folding()({ ...line, ...change })).toBe(expected)
  })

  it('stays so while lines come, unless the user folds it or all', () => {
    const decided = new Map<string, boolean>()
    const list = { allFolded: null, folded: new Map<string, boolean>() }
    expect(foldingBy(list, decided)(line)).toBe(false)
    expect(foldingBy(list, decided)({ ...line, lines: 400, problems: 30 })).toBe(false)
    expect(foldingBy({ ...list, folded: new Map([[line.id, true]]) }, decided)(line)).toBe(true)
    expect(foldingBy({ ...list, allFolded: true }, decided)(line)).toBe(true)
    expect(foldingBy({ allFolded: true, folded: new Map([[line.id, false]]) }, decided)(line)).toBe(false)
  })
})

describe('the titles of problems', () => {
  const titlesOf = (entries: readonly object[], hasHost: boolean) => {
    const groups = listOf(diagnosed(entries).diagnoses, unfolded).problems
    return [...groupTitles(groups, hasHost).values()].map(({ title, differs }) => [title, differs])
  }
  const blocked = { error: 'net::ERR_FAILED' }

  it('say what differs where two read the same', () => {
    const entries = [
      chromeEntry({ at: 1, url: 'https://a.test/x', ...blocked }),
      chromeEntry({ at: 2, url: 'https://b.test/x', ...blocked }),
    ]
    const title = 'No Access-Control-Allow-Origin'
    expect(titlesOf(entries, false)).toEqual([
      [title, 'a.test'],
      [title, 'b.test'],
    ])
    // Beside the title stands the host.
    expect(titlesOf(entries, true)).toEqual([
      [title, ''],
      [title, ''],
    ])
  })
})

describe('the keys of the list', () => {
  const items = listOf(shown, unfolded)
  const key = items.at(0)?.id ?? ''
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
    ['ArrowLeft', 0, { type: 'fold', key, folded: true }],
    ['ArrowRight', 0, { type: 'go', index: 1 }],
    ['ArrowRight', 1, null],
    ['Enter', 2, { type: 'open' }],
    ['c', 2, { type: 'copy' }],
    ['c', -1, null],
    ['x', 2, null],
  ] as const)('%s on line %i', (pressed, current, expected) => {
    expect(keyAction(pressed, items, current, 4)).toEqual(expected)
  })
})

describe('the window of a long list', () => {
  it('holds every line that is in view, and not many others', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(20_000), fc.integer({ min: 1, max: 1500 }), (count, top, height) => {
        const { start, end } = visibleWindow(count, 21, top, height)
        for (let i = 0; i < count; i++)
          if (i * 21 < top + height && (i + 1) * 21 > top) expect(i >= start && i < end).toBe(true)
        expect(end).toBeLessThanOrEqual(count)
        expect(end - start).toBeLessThanOrEqual(height / 21 + 20)
      }),
    )
  })

  it('scrolls as far as it must to show a line, and no further', () => {
    expect(scrollToShow(50, 24, 0, 240)).toBe(51 * 24 - 240)
    expect(scrollToShow(5, 24, 1000, 240)).toBe(120)
    expect(scrollToShow(3, 24, 48, 240)).toBe(48)
  })
})

describe('the columns', () => {
  const usual = {
    scale: 1,
    severalFiles: false,
    longest: { title: 30, host: 30, count: 1, hosts: 4 },
  } as const
  const layout = (
    room: number,
    choices: Settings['columns'] = {},
    grouping: Settings['grouping'] = 'problem',
  ) => columnLayout({ grouping, columns: choices }, room, usual).shown.join(' ')
  it('are as many as there is room for, the most telling first', () => {
    expect(layout(300)).toBe('kind method path count')
    expect(layout(400)).toBe('kind method path count time')
    expect(layout(538)).toBe('kind method path host count time')
    expect(layout(800)).toBe('kind method path host status initiator count time')
    expect(layout(1200)).toBe('kind method path host status type initiator count time duration')
    expect(layout(1200, {}, 'time')).toBe('kind method path problem host status type initiator time duration')
  })

  it('name the file of each row if there are several', () => {
    const { shown } = columnLayout({ grouping: 'problem', columns: {} }, 538, {
      ...usual,
      severalFiles: true,
    })
    expect(shown.join(' ')).toBe('kind method path file count time')
    expect(layout(1600)).not.toContain('file')
    expect(layout(300, { file: { shown: true, width: null } })).toContain('file')
  })

  it('that a user wants or does not want are there or not, whatever the room', () => {
    expect(layout(300, { duration: { shown: true, width: null } })).toBe('kind method path count duration')
    expect(layout(1200, { host: { shown: false, width: null } })).not.toContain('host')
    expect(layout(1200, { path: { shown: false, width: null } })).toContain('path')
  })

  it('are as wide as the user pulls them', () => {
    const { template } = columnLayout(
      { grouping: 'problem', columns: { host: { shown: null, width: 200 } } },
      620,
      usual,
    )
    expect(template).toContain('200px')
  })

  describe('fit what they hold', () => {
    const fitted = (room: number, longest: Partial<LongestValues>, choices: Settings['columns'] = {}) => {
      const { shown, template } = columnLayout({ grouping: 'problem', columns: choices }, room, {
        ...usual,
        longest: { title: 41, host: 16, count: 1, hosts: 4, ...longest },
      })
      const widths = template.split(/ (?![^(]*\))/)
      return { shown: shown.join(' '), host: Number.parseInt(widths[shown.indexOf('host')] ?? '0', 10) }
    }
    it('the host as wide as the longest one, and no wider than whole titles permit', () => {
      expect(fitted(589, {}).host).toBe(114)
      expect(fitted(589, { host: 90 }).host).toBe(140)
      expect(fitted(560, { title: 48 }).host).toBe(90)
      expect(fitted(589, { title: 48 }).host).toBe(103)
      // One long title doesn't cost every row its host.
      expect(fitted(589, { title: 300 }).host).toBe(103)
      expect(fitted(589, { host: 90 }, { host: { shown: null, width: 70 } }).host).toBe(70)
    })

    it('no host where the titles would be cut for it, a single one at once', () => {
      expect(fitted(580, { title: 48, hosts: 1 }).shown).toBe('kind method path host count time')
      expect(fitted(510, { title: 48, hosts: 1 }).shown).toBe('kind method path count time')
      expect(fitted(550, { title: 48, hosts: 2 }).shown).toBe('kind method path host count time')
      expect(fitted(460, { title: 48, hosts: 2 }).shown).toBe('kind method path count time')
      const wanted = { host: { shown: true, width: null } }
      expect(fitted(460, { title: 48, hosts: 1 }, wanted).shown).toBe('kind method path host count time')
    })

    it('no time where the titles would be cut for it', () => {
      expect(fitted(320, { title: 30 }).shown).toBe('kind method path count')
      expect(fitted(400, { title: 30 }).shown).toBe('kind method path count time')
    })

    it('the problem of each request, by time', () => {
      const problem = (room: number, title: number) => {
        const longest = { ...usual.longest, title }
        const of = { ...usual, longest }
        const { shown, template } = columnLayout({ grouping: 'time', columns: {} }, room, of)
        return Number.parseInt(template.split(/ (?![^(]*\))/)[shown.indexOf('problem')] ?? '', 10)
      }
      expect(problem(602, 20)).toBe(140)
      expect(problem(602, 48)).toBe(284)
      expect(problem(900, 48)).toBe(325)
    })

    it('are those of the problems, or by time of the requests', () => {
      const items = listOf(shown, unfolded)
      expect(longestValues(items)).toEqual({ title: 36, host: 8, count: 1, hosts: 2 })
      expect(longestValues(listOf(shown, byTime))).toEqual({ title: 36, host: 8, count: 1, hosts: 2 })
    })
  })
})
