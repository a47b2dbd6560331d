import { describe, expect, it } from 'vitest'
import { BATCH } from '../../src/panel/live/recorder.ts'
import { chromeEntry } from '../make-har.ts'
import { blocked, failed, record } from './record.ts'

describe('an entry that may be incomplete, in a long load', () => {
  /** Records for so many rounds of requests that the load never becomes quiet. */
  async function during(rounds: number, { inspected, clock }: ReturnType<typeof record>, from = 0) {
    for (let at = from; at < from + rounds; at++) {
      inspected.finish(chromeEntry({ at: 10_000 + at }))
      await clock.pass(BATCH)
    }
  }
  async function longLoad() {
    const recording = record()
    for (let at = 0; at < 600; at++) recording.inspected.finish(chromeEntry({ at }))
    await recording.clock.pass(BATCH)
    return recording
  }

  it('is in the list within a second, and complete once it has been read again', async () => {
    const recording = await longLoad()
    const { inspected, clock, log } = recording
    const at = 5000
    const statuses = () =>
      log.entries.filter(({ request }) => request.url === failed.url).map(({ response }) => response.status)
    inspected.held = [chromeEntry({ ...blocked, at })]
    inspected.finish(chromeEntry({ ...failed, at }))
    await during(7, recording)
    expect(inspected.calls).toEqual([])
    expect(statuses()).toEqual([0])
    expect(log.awaited.size).toBe(1)
    await clock.pass(3 * BATCH)
    expect(log.awaited.size).toBe(0)
    expect(inspected.calls).toEqual(['getHAR'])
    expect(statuses()).toEqual([200])
  })

  it('is not in the list before it had a chance to be read again', async () => {
    const recording = await longLoad()
    recording.inspected.finish(chromeEntry({ ...failed, at: 5000 }))
    await during(2, recording)
    expect(recording.log.entries).toHaveLength(602)
  })

  it('is seldom read again where that takes longer than a task may', async () => {
    const { inspected, clock } = record()
    for (let at = 0; at < 2001; at++) inspected.finish(chromeEntry({ at, url: `https://api.test/${at}` }))
    await clock.pass(BATCH)
    inspected.holdUp = () => new Promise((resolve) => clock.after(1000, resolve))
    for (let at = 0; at < 60; at++) {
      inspected.finish(chromeEntry({ ...failed, at: 5000 + at }))
      await clock.pass(1000)
    }
    expect(inspected.calls).toEqual(['getHAR', 'getHAR'])
    // Once the page rests, what it made becomes complete.
    await clock.pass(20_000)
    expect(inspected.calls).toHaveLength(3)
    await clock.pass(60_000)
    expect(inspected.calls).toHaveLength(3)
  })

  it('is read again at once after the log was cleared', async () => {
    const recording = record()
    const { inspected, clock, recorder } = recording
    inspected.holdUp = () => new Promise((resolve) => clock.after(1000, resolve))
    inspected.finish(chromeEntry(failed))
    await clock.pass(5 * BATCH)
    inspected.calls.length = 0
    await clock.pass(1000)
    inspected.finish(chromeEntry({ at: 2 }))
    recorder.clear()
    inspected.finish(chromeEntry({ ...failed, at: 3 }))
    await clock.pass(3 * BATCH)
    expect(inspected.calls).toEqual(['getHAR'])
  })
})
