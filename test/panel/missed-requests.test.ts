import { describe, expect, it } from 'vitest'
import { makeSession } from '../../src/panel/make-session.ts'
import { firefoxEntry } from '../make-har.ts'
import { fakeClock, fakeInspected } from './fake-inspected.ts'

const url = 'http://api.test/items'
const entry = firefoxEntry({ url, request: { 'Sec-Fetch-Mode': 'cors' } })
const began = Date.parse(String(Object.getOwnPropertyDescriptor(entry, 'startedDateTime')?.value))

/** What the page says: now, and when it made which requests. */
const pageAt = (now: number, ...requests: readonly (readonly [url: string, time: number])[]) => ({
  calls: [],
  origin: 'http://shop.test',
  now,
  outcomes: requests.map(([url, time]) => ({ url, time, status: 0 })),
})

/** A session whose panel is in view, after it has asked the page for the first time. */
async function start(browser: 'chromium' | 'firefox' = 'firefox') {
  const inspected = fakeInspected(browser)
  const clock = fakeClock()
  inspected.answer = pageAt(began - 1000)
  const session = makeSession(inspected, clock, null)
  session.shown()
  await clock.pass(1500)
  return { inspected, clock, session, missed: () => session.store.get().missed }
}

describe('requests that Firefox did not tell about', () => {
  it('are counted once they are a while ago', async () => {
    const { inspected, clock, missed } = await start()
    inspected.answer = pageAt(began + 200, [url, began])
    await clock.pass(2000)
    expect(missed()).toBeNull()
    inspected.answer = pageAt(began + 5000, [url, began], [`${url}?page=2`, began + 100])
    await clock.pass(2000)
    expect(missed()).toEqual({ count: 2, taken: false })
  })

  it('are no longer when they arrive after all', async () => {
    const { inspected, clock, missed } = await start()
    inspected.answer = pageAt(began + 5000, [url, began])
    await clock.pass(2000)
    expect(missed()?.count).toBe(1)
    inspected.finish(entry)
    await clock.pass(4000)
    expect(missed()).toBeNull()
  })

  it('are not those within the origin, nor those from before', async () => {
    const { inspected, clock, missed } = await start()
    inspected.answer = pageAt(
      began + 5000,
      ['http://shop.test/own', began],
      [url, began - 2000],
      ['data:,', began],
    )
    await clock.pass(4000)
    expect(missed()).toBeNull()
  })

  it('are not counted while the panel is paused, and not afterwards either', async () => {
    const { inspected, clock, session, missed } = await start()
    session.pause(true)
    inspected.answer = pageAt(began + 5000, [url, began])
    await clock.pass(4000)
    session.pause(false)
    await clock.pass(4000)
    expect(missed()).toBeNull()
  })

  it('are said to be lost where Firefox does not have them either', async () => {
    const { inspected, clock, session, missed } = await start()
    inspected.answer = pageAt(began + 5000, [url, began])
    await clock.pass(2000)
    session.takeMissed()
    await clock.pass(500)
    expect(missed()).toEqual({ count: 1, taken: true })
  })

  it('are no trouble of Chromium', async () => {
    const { inspected, clock, missed } = await start('chromium')
    inspected.answer = pageAt(began + 5000, [url, began])
    await clock.pass(8000)
    expect(missed()).toBeNull()
  })

  it('are not looked for while nobody sees the panel', async () => {
    const { inspected, clock, session } = await start()
    session.hidden()
    await clock.pass(3000)
    const asked = inspected.calls.length
    await clock.pass(20_000)
    expect(inspected.calls).toHaveLength(asked)
  })
})
