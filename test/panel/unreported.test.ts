import { describe, expect, it } from 'vitest'
import { makeLookout } from '../../src/panel/live/make-lookout.ts'
import { BATCH } from '../../src/panel/live/recorder.ts'
import { chromeEntry, type EntryDescription } from '../make-har.ts'
import { blocked, failed, record } from './record.ts'

describe('what DevTools holds and does not report', () => {
  const stream: EntryDescription = { url: 'https://api.test/stream', type: 'eventsource' }

  function watch() {
    const recording = record()
    const lookout = makeLookout(recording.recorder, recording.clock)
    return { ...recording, lookout, reads: () => recording.inspected.calls.length }
  }

  it('is taken in when it is quiet, without what is pending or has only just begun', async () => {
    const { inspected, clock, lookout, log } = watch()
    inspected.held = [
      chromeEntry({ ...stream, at: 1 }),
      chromeEntry({ at: 2, status: 0, error: null, time: 0 }),
      chromeEntry({ at: 3 }),
      chromeEntry({ ...stream, at: 3900 }),
    ]
    inspected.finish(chromeEntry({ at: 3 }))
    lookout.begin()
    await clock.pass(4500)
    expect(log.entries.map(({ request }) => request.url)).toEqual(['https://api.test/items', stream.url])
    await clock.pass(2000)
    expect(log.entries).toHaveLength(3)
  })

  it('gives way to the notice of the same request, complete or not', async () => {
    const { inspected, clock, lookout, log, statuses } = watch()
    inspected.held = [chromeEntry({ ...stream, at: 1 }), chromeEntry({ ...blocked, at: 2 })]
    lookout.begin()
    await clock.pass(2500)
    expect(log.entries).toHaveLength(2)
    inspected.finish(chromeEntry({ ...stream, at: 1, time: 99 }))
    inspected.finish(chromeEntry({ ...failed, at: 2 }))
    await clock.pass(5000)
    expect(log.entries.map(({ time }) => time)).toEqual([99, 20])
    expect(statuses()).toEqual([200, 200])
  })

  it('is left alone while a load goes on, for a while', async () => {
    const { inspected, clock, lookout, reads } = watch()
    const load = async (from: number, to: number) => {
      for (let at = from; at < to; at += 500) {
        inspected.finish(chromeEntry({ at }))
        await clock.pass(500)
      }
    }
    await load(0, 1000)
    lookout.begin()
    await clock.pass(0)
    inspected.calls.length = 0
    await load(1000, 9000)
    expect(reads()).toBe(0)
    await load(9000, 14_000)
    expect(reads()).toBe(1)
  })

  it('is read the more seldom the longer it takes, and not while the panel is out of sight', async () => {
    const { inspected, clock, lookout, reads } = watch()
    inspected.holdUp = () => new Promise((resolve) => clock.after(500, resolve))
    await clock.pass(1000)
    lookout.begin()
    await clock.pass(60_000)
    expect(reads()).toBe(2)
    lookout.stop()
    await clock.pass(1_000_000)
    expect(reads()).toBe(2)
  })

  it('is read once of a very long recording, each time the panel is shown', async () => {
    const { inspected, clock, lookout, reads } = watch()
    for (let at = 0; at < 2001; at++) inspected.finish(chromeEntry({ at, url: `https://api.test/${at}` }))
    await clock.pass(10_000)
    lookout.begin()
    await clock.pass(600_000)
    expect(reads()).toBe(1)
    lookout.stop()
    lookout.begin()
    await clock.pass(600_000)
    expect(reads()).toBe(2)
  })

  it.each([
    ['cleared', (r: ReturnType<typeof watch>) => r.recorder.clear()],
    [
      'navigated',
      (r: ReturnType<typeof watch>) => {
        r.inspected.navigate()
      },
    ],
    [
      'paused',
      (r: ReturnType<typeof watch>) => {
        r.recorder.pause(true)
        r.recorder.pause(false)
      },
    ],
  ])('does not come back once the log was %s', async (_, end) => {
    const recording = watch()
    const { inspected, clock, lookout, log } = recording
    inspected.held = [chromeEntry({ ...stream, at: 1 })]
    await clock.pass(2000)
    end(recording)
    inspected.held.push(chromeEntry({ ...stream, at: 2500 }))
    lookout.begin()
    await clock.pass(5000)
    expect(log.entries.map(({ started }) => started)).toEqual([Date.UTC(2026, 0, 1) + 2500])
  })

  it('changes nothing where there is none', async () => {
    const { inspected, clock, lookout, changes, reads } = watch()
    inspected.finish(chromeEntry({}))
    inspected.held = [chromeEntry({})]
    await clock.pass(BATCH)
    changes.length = 0
    lookout.begin()
    await clock.pass(10_000)
    expect(reads()).toBeGreaterThan(2)
    expect(changes).toEqual([])
  })
})
