import { afterAll, beforeAll, expect, it } from 'vitest'
import { chromeEntry, chromePreflight, firefoxEntry, firefoxPreflight, harText } from '../make-har.ts'
import { type Counted, counted } from './count-work.ts'

type Everything = typeof import('./everything.ts')

let code: Counted<Everything>

beforeAll(async () => {
  code = await counted<Everything>('everything')
})
afterAll(() => code.close())

const NAMES = 3_000
const names = Array.from({ length: NAMES }, (_, i) => `x-name-${i}`)
const request = Object.fromEntries(names.map((name) => [name, 'a']))
const allowed = { 'Access-Control-Allow-Origin': 'https://app.example' }
const failed = { status: 0, error: 'net::ERR_FAILED' } as const

/** How many requests with so many names a page makes at once. */
const REQUESTS = 6
const repeated = (make: (at: number) => object[]): object[] =>
  Array.from({ length: REQUESTS }, (_, i) => make(i)).flat()

const asked = (response: Record<string, string>): object[] => [
  chromePreflight({ method: 'PUT', asks: names.join(','), response }),
  chromeEntry({ method: 'PUT', ...failed, request }),
]

const RECORDINGS: Readonly<Record<string, string>> = {
  'no name is allowed': harText(asked(allowed)),
  'nothing is allowed': harText(asked({})),
  'every other name is allowed': harText(
    asked({ ...allowed, 'Access-Control-Allow-Headers': names.filter((_, i) => i % 2 === 0).join(',') }),
  ),
  'there is no preflight': harText([chromeEntry({ method: 'PUT', ...failed, request })]),
  'the page calls many times': harText(
    repeated((at) => [
      chromePreflight({ at, method: 'PUT', asks: names.join(','), response: allowed }),
      chromeEntry({ at, method: 'PUT', ...failed, request }),
    ]),
  ),
  'the page calls many times in Firefox': harText(
    repeated((at) => [
      firefoxPreflight({ at, method: 'PUT', asks: names.join(','), response: allowed }),
      firefoxEntry({ at, method: 'PUT', status: 0, request }),
    ]),
    'Firefox',
  ),
}

/**
 * How much work a step may do for each name of one request: some milliseconds in all. It is at most 341; in one piece it was
 * 6,400 and more.
 */
const MOST = 600

it.each(Object.entries(RECORDINGS))(
  `no step holds the panel long, with ${NAMES} names, where %s`,
  async (_, har) => {
    const steps = code.module.stepsOf(har)
    const work: number[] = []
    let done = false
    const step = (): void => {
      done = steps.next().done === true
    }
    while (!done) work.push(await code.work(step))
    expect(work.length).toBeGreaterThan(4)
    expect(Math.max(...work) / NAMES).toBeLessThan(MOST)
  },
)

/** As many names as a page once sent. */
const MANY = 20_000
const many = Array.from({ length: MANY }, (_, i) => `x-name-${i}`)
const manySent = Object.fromEntries(many.map((name) => [name, 'a']))

/** How much work what is shown of a fetch may be for each name: it is 4, 427, 187 and 296. The form, with all names, was over 5,500. */
const MOST_SHOWN = { causes: 10, plan: 600, explanation: 280, form: 450 }

it.each([
  [
    'no name is allowed',
    [
      chromePreflight({ method: 'PUT', asks: many.join(','), response: allowed }),
      chromeEntry({ method: 'PUT', ...failed, request: manySent }),
    ],
  ],
  ['there is no preflight', [chromeEntry({ method: 'PUT', ...failed, request: manySent })]],
])(`nothing that is shown of a fetch with ${MANY} names takes long, where %s`, async (_, entries) => {
  const shown = code.module.shownAtOnce(harText(entries))
  const perName: Record<string, number> = {}
  for (const [name, show] of Object.entries(shown)) perName[name] = (await code.work(show)) / MANY
  for (const [name, most] of Object.entries(MOST_SHOWN)) expect(perName[name], name).toBeLessThan(most)
})
