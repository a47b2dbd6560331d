import { describe, expect, it } from 'vitest'
import { describeRecording } from '../../src/internal.ts'
import { makeLookout } from '../../src/panel/live/make-lookout.ts'
import { BATCH, makeRecorder } from '../../src/panel/live/recorder.ts'
import { emptyLog } from '../../src/panel/state/log.ts'
import { chromeEntry, chromePreflight, type EntryDescription } from '../make-har.ts'
import { fakeClock, fakeInspected } from './fake-inspected.ts'

const creator = { name: 'WebInspector', version: '' }

function record() {
  const inspected = fakeInspected()
  const clock = fakeClock()
  const log = emptyLog(describeRecording({ creator, browser: undefined }, [], 0, 'live'))
  const changes: number[] = []
  const recorder = makeRecorder(inspected, log, clock, {
    onChange: (waiting) => changes.push(waiting),
    onNavigated: () => {},
  })
  const statuses = () => log.entries.map(({ response }) => response.status)
  return { inspected, clock, log, recorder, changes, statuses }
}

const failed: EntryDescription = { url: 'https://api.test/x', status: 0, error: 'net::ERR_FAILED' }
const blocked: EntryDescription = { ...failed, status: 200 }

describe('batches', () => {
  it('takes entries in together, once for all that come within a batch', async () => {
    const { inspected, clock, log, changes } = record()
    for (let i = 0; i < 50; i++) inspected.finish(chromeEntry({ at: i }))
    expect(log.entries).toHaveLength(0)
    await clock.pass(BATCH)
    expect(log.entries).toHaveLength(50)
    expect(changes).toEqual([0])
  })

  it('counts what cannot be read and goes on', async () => {
    const { inspected, clock, log } = record()
    inspected.finish({ nonsense: true })
    inspected.finish(chromeEntry({}))
    await clock.pass(BATCH)
    expect(log.skipped).toHaveLength(1)
    expect(log.entries.map(({ index }) => index)).toEqual([1])
  })

  it('keeps one entry of the two notices of a redirect that was refused', async () => {
    const { inspected, clock, log } = record()
    const redirect: EntryDescription = { status: 302, response: { Location: 'http://x.test/' } }
    inspected.finish(chromeEntry({ ...redirect, error: '' }))
    inspected.finish(chromeEntry({ ...redirect, error: 'net::ERR_ABORTED' }))
    await clock.pass(BATCH)
    expect(log.entries.map(({ vendor }) => vendor.error)).toEqual(['net::ERR_ABORTED'])
  })

  it('keeps parallel requests apart that look alike', async () => {
    const { inspected, clock, log } = record()
    inspected.finish(chromeEntry({}))
    inspected.finish(chromeEntry({}))
    await clock.pass(BATCH)
    expect(log.entries).toHaveLength(2)
  })
})

describe('an entry that may be incomplete', () => {
  it('is read again before it is taken in', async () => {
    const { inspected, clock, statuses, changes } = record()
    inspected.held = [chromeEntry(blocked)]
    inspected.finish(chromeEntry(failed))
    await clock.pass(2 * BATCH)
    expect(inspected.calls).toEqual(['getHAR'])
    expect(statuses()).toEqual([200])
    expect(changes).toEqual([1, 1, 0])
  })

  it.each([
    'net::ERR_INVALID_REDIRECT',
    'net::ERR_UNSAFE_REDIRECT',
    'net::ERR_BLOCKED_BY_RESPONSE.NotSameOrigin',
    'net::ERR_BLOCKED_BY_ORB',
  ])('is also one that says %s, which a browser says of an answer', async (error) => {
    const { inspected, clock, statuses } = record()
    inspected.held = [chromeEntry({ ...failed, error, status: 302 })]
    inspected.finish(chromeEntry({ ...failed, error }))
    await clock.pass(2 * BATCH)
    expect(statuses()).toEqual([302])
  })

  it('is not one of which there was no answer', async () => {
    const { inspected, clock } = record()
    inspected.finish(chromeEntry({ ...failed, error: 'net::ERR_CONNECTION_REFUSED' }))
    await clock.pass(2 * BATCH)
    expect(inspected.calls).toEqual([])
  })

  it('is taken in as it is where DevTools knows no more', async () => {
    const { inspected, clock, statuses } = record()
    inspected.held = [chromeEntry(failed)]
    inspected.finish(chromeEntry(failed))
    await clock.pass(2 * BATCH)
    expect(statuses()).toEqual([0])
  })

  it('is read again together with the others, once', async () => {
    const { inspected, clock, statuses } = record()
    inspected.held = [1, 2, 3].map((at) => chromeEntry({ ...blocked, at }))
    for (const at of [1, 2, 3]) inspected.finish(chromeEntry({ ...failed, at }))
    await clock.pass(2 * BATCH)
    expect(inspected.calls).toEqual(['getHAR'])
    expect(statuses()).toEqual([200, 200, 200])
  })

  it('is not read again where its preflight stopped it', async () => {
    const { inspected, clock, statuses } = record()
    const put: EntryDescription = { ...failed, method: 'PUT' }
    inspected.finish(chromePreflight({ ...put, status: 404, error: null, at: 1 }))
    inspected.finish(chromeEntry({ ...put, time: 20 }))
    await clock.pass(2 * BATCH)
    expect(inspected.calls).toEqual([])
    expect(statuses()).toEqual([404, 0])
  })

  it('is forgotten when the log is cleared while it is read', async () => {
    const { inspected, clock, recorder, statuses } = record()
    inspected.held = [chromeEntry(blocked)]
    inspected.finish(chromeEntry(failed))
    const reading = clock.pass(2 * BATCH)
    inspected.navigate()
    recorder.clear()
    await reading
    expect(statuses()).toEqual([])
  })

  it('waits for a quiet moment while others come in, but not for ever', async () => {
    const { inspected, clock } = record()
    inspected.finish(chromeEntry(failed))
    for (let at = 0; at < 10; at++) {
      inspected.finish(chromeEntry({ at }))
      await clock.pass(BATCH)
    }
    expect(inspected.calls).toEqual([])
    for (let at = 10; at < 25; at++) {
      inspected.finish(chromeEntry({ at }))
      await clock.pass(BATCH)
    }
    expect(inspected.calls).toEqual(['getHAR'])
  })
})

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

describe('what came before', () => {
  it('is taken from what DevTools holds, without what is pending or was seen', async () => {
    const { inspected, clock, recorder, log } = record()
    const pending = { status: 0, error: null, time: 0 }
    inspected.held = [chromeEntry({ at: 1 }), chromeEntry({ at: 2 }), chromeEntry({ at: 3, ...pending })]
    inspected.finish(chromeEntry({ at: 2 }))
    await recorder.backfill()
    await clock.pass(BATCH)
    expect(log.entries).toHaveLength(2)
  })
})

describe('what ends a recording', () => {
  it('navigation clears it, unless the log is preserved', async () => {
    const { inspected, clock, recorder, log } = record()
    inspected.finish(chromeEntry({}))
    await clock.pass(BATCH)
    inspected.navigate()
    expect(log.entries).toHaveLength(0)
    recorder.preserveLog(true)
    inspected.finish(chromeEntry({}))
    await clock.pass(BATCH)
    inspected.navigate()
    expect(log.entries).toHaveLength(1)
  })

  it('nothing is taken in while it is paused', async () => {
    const { inspected, clock, recorder, log } = record()
    recorder.pause(true)
    inspected.finish(chromeEntry({}))
    await clock.pass(BATCH)
    recorder.pause(false)
    inspected.finish(chromeEntry({}))
    await clock.pass(BATCH)
    expect(log.entries).toHaveLength(1)
  })
})
