import { afterAll, beforeAll, expect, test } from 'vitest'
import { waitFor } from '../../src/start/chromium/wait-for.ts'
import { violationsIn } from './axe.ts'
import { click, has } from './driven.ts'
import { type OpenedPanel, openPanel } from './panel.ts'
import { type Outcome, pollApis } from './poll-apis.ts'
import { type PolledApis, startPolledApis } from './polled-apis.ts'
import { choose, linesOf, textOf } from './read-panel.ts'
import { restMouse, rowsUnderMouse } from './rows-under-mouse.ts'

let opened: OpenedPanel
let apis: PolledApis

beforeAll(async () => {
  apis = await startPolledApis()
  opened = await openPanel()
})
afterAll(async () => {
  await opened?.close()
  await apis?.close()
})

/**
 * How long the page polls every second: `WHYCORS_POLLING_MINUTES=5` for the real thing. Without it, as many polls follow
 * each other at once.
 */
const MINUTES = Number(process.env['WHYCORS_POLLING_MINUTES'] ?? 0)
const POLLS = 60 * (MINUTES || 5)

const ask = (calls: PolledApis['calls'], polls: number, pause = 0): Promise<Outcome> =>
  pollApis(opened.page, { calls, polls, pause })

/** Folds or unfolds the n-th line. */
const fold = (n: number): Promise<void> =>
  opened.panel.evaluate((n) => document.querySelectorAll<HTMLElement>('.line .twist')[n]?.click(), n)

const countOf = (show: string): Promise<number> =>
  opened.panel.evaluate((show) => {
    const option =
      document.querySelector(`input[name=show][value="${show}"]`)?.closest('label') ??
      document.querySelector(`select[name=show] option[value="${show}"]`)
    return Number(/[\d,]+$/.exec(option?.textContent?.trim() ?? '')?.[0].replace(',', ''))
  }, show)

test('while an app polls, every problem stays in view, no row moves under the mouse, and the counts are the page’s', {
  timeout: 180_000 + MINUTES * 120_000,
}, async () => {
  const { panel } = opened
  const first = await ask(apis.calls.slice(0, 4), 1)
  const second = await ask(apis.calls.slice(2, 5), 1)
  const problems = () => panel.evaluate(() => document.querySelectorAll('.line.problem').length)
  await waitFor(async () => (await problems()) === 2, 'the first two problems')
  // Firefox states the outcome of a request after the request, and only then its problem is known for good.
  await waitFor(
    async () => (await countOf('blocked')) === first.failed + second.failed,
    'the outcome of the first requests',
  )
  // What is polled is unfolded, so that it pushes down what is below it.
  await fold(0)
  await waitFor(() => has(panel, '.line.exchange, .line.repeat'), 'its requests')
  await restMouse(panel)
  const { failed, allowed } = await ask(apis.calls, POLLS, MINUTES > 0 ? 1000 : 0)

  const blocked = first.failed + second.failed + failed
  await waitFor(async () => (await countOf('blocked')) === blocked, `${blocked} blocked requests`, 60_000)
  const shared = first.allowed + second.allowed + allowed
  await waitFor(
    async () => (await countOf('warnings')) + (await countOf('shared')) === shared,
    `${shared} allowed`,
  )
  expect(await countOf('all')).toBe(blocked + shared)
  const seen = await rowsUnderMouse(panel)
  expect(seen[0]?.under).toMatch(/\S/)
  // Firefox states the outcome of a request after the request: a row whose reason is another one then gives its place up.
  expect(seen).toEqual(seen.slice(0, 1))

  await fold(0)
  await waitFor(async () => !(await has(panel, '.line.exchange, .line.repeat')), 'the problems alone')
  // Two of the eleven hosts allow it. What is known of the last requests may come a moment after they do.
  await waitFor(async () => (await problems()) === 9, 'a row for each of the nine problems')
  const bottom = await panel.evaluate(() => {
    const lines = [...document.querySelectorAll<HTMLElement>('.line.problem')]
    const list = document.querySelector<HTMLElement>('.list')
    const rows = Number(list?.getAttribute('aria-rowcount'))
    return (list?.getBoundingClientRect().top ?? 0) + rows * (lines[0]?.offsetHeight ?? 0)
  })
  expect(bottom).toBeLessThan(800)
  const [row] = await panel.evaluate(() =>
    [...document.querySelectorAll('.line.problem')].flatMap((line) =>
      line.querySelector('.col-host')?.textContent?.startsWith('no-header') === false
        ? []
        : [line.querySelector('.col-count')?.textContent ?? ''],
    ),
  )
  expect(Number(row)).toBeGreaterThanOrEqual(POLLS)
  expect(await violationsIn(panel)).toEqual([])
})

test('what comes while the list is scrolled away is counted, and a click leads there', async () => {
  const { panel } = opened
  await choose(panel, 'grouping', 'time')
  await waitFor(() => has(panel, '.list.by-time .line.exchange'), 'the list by time')
  const pathAtTop = () =>
    panel.evaluate(() => {
      const { left = 0, top = 0 } = document.querySelector('.list')?.getBoundingClientRect() ?? {}
      return document.elementFromPoint(left + 80, top + 31)?.closest('.line')?.textContent
    })
  await panel.evaluate(() => {
    const list = document.querySelector('.list')
    list?.dispatchEvent(new PointerEvent('pointerleave'))
    if (list) list.scrollTop = 1050
  })
  await waitFor(async () => (await linesOf(panel)).length > 20, 'lines from the middle')
  await waitFor(async () => (await pathAtTop())?.includes('/items'), 'a line at the top')
  const before = await pathAtTop()
  await ask(apis.calls.slice(1, 2), 1)
  await waitFor(async () => (await textOf(panel, '.news')).includes('1 new'), 'the number of new requests')
  expect(await pathAtTop()).toBe(before)
  expect(await violationsIn(panel)).toEqual([])
  await click(panel, '.news')
  await waitFor(async () => !(await has(panel, '.news')), 'the new request to be in view')
  expect((await linesOf(panel)).at(-1)?.path).toBe('/items/0?n=0')
})
