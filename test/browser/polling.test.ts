import { afterAll, beforeAll, expect, test } from 'vitest'
import { waitFor } from '../../src/start/chromium/wait-for.ts'
import { violationsIn } from './axe.ts'
import { click, has } from './driven.ts'
import { type OpenedPanel, openPanel } from './panel.ts'
import { type PolledApis, startPolledApis } from './polled-apis.ts'
import { choose, linesOf, textOf } from './read-panel.ts'

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

/** How often one API is asked, while the others are asked in between: five minutes of a page that polls every second. */
const POLLS = 300

/** What the page itself got to know: how many of its requests failed. */
interface Outcome {
  readonly failed: number
  readonly allowed: number
}

const ask = (calls: PolledApis['calls'], polls: number): Promise<Outcome> =>
  opened.page.evaluate(
    async (calls, polls) => {
      const outcome = { failed: 0, allowed: 0 }
      const send = async (call: (typeof calls)[number] | undefined, n: number): Promise<void> => {
        if (call === undefined) return
        try {
          await fetch(`${call.url}/${n % 40}?n=${n}`, call.init)
          outcome.allowed++
        } catch {
          outcome.failed++
        }
      }
      const [polled, ...others] = calls
      for (let n = 0; n < polls; n++) {
        await send(polled, n)
        // Each of the others three times, spread over the while.
        const step = Math.floor(polls / (others.length * 3))
        if (step > 0 && n % step === 0) await send(others[(n / step) % others.length], n)
      }
      return outcome
    },
    calls,
    polls,
  )

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

test('while an app polls, every problem stays in view, no row moves under the mouse, and the counts are the page’s', async () => {
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
  // The mouse rests on a row, and what is under it is looked at in every frame.
  await panel.evaluate(() => {
    const list = document.querySelector('.list')
    const bottom = list?.getBoundingClientRect().bottom ?? 0
    const rows = [...document.querySelectorAll('.line.problem')]
    const row = rows.findLast((one) => one.getBoundingClientRect().bottom < bottom - 4)
    const { left = 0, top = 0, height = 0 } = row?.getBoundingClientRect() ?? {}
    const place = { clientX: left + 80, clientY: top + height / 2 }
    for (const type of ['pointerenter', 'pointermove'])
      list?.dispatchEvent(new PointerEvent(type, { ...place, bubbles: type === 'pointermove' }))
    const seen = new Set<string>()
    Object.assign(window, { seen })
    const look = (): void => {
      const line = document.elementFromPoint(place.clientX, place.clientY)?.closest('.line')
      const part = (name: string) => line?.querySelector(name)?.textContent ?? ''
      seen.add(`${part('.col-reason')} ${part('.col-host')}`)
      requestAnimationFrame(look)
    }
    look()
  })
  const { failed, allowed } = await ask(apis.calls, POLLS)

  const blocked = first.failed + second.failed + failed
  await waitFor(async () => (await countOf('blocked')) === blocked, `${blocked} blocked requests`, 60_000)
  const shared = first.allowed + second.allowed + allowed
  await waitFor(
    async () => (await countOf('warnings')) + (await countOf('shared')) === shared,
    `${shared} allowed`,
  )
  expect(await countOf('all')).toBe(blocked + shared)
  const [under, ...others] = await panel.evaluate((): string[] => [...Reflect.get(window, 'seen')])
  expect(under).toMatch(/\S/)
  // Firefox states the outcome of a request after the request: a row whose reason is another one then gives its place up.
  expect([under, ...others]).toEqual([under])

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
