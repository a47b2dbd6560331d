import { describe, expect, it } from 'vitest'
import { BATCH } from '../../src/panel/live/recorder.ts'
import { chromeEntry, chromePreflight, type EntryDescription } from '../make-har.ts'
import { blocked, failed, record } from './record.ts'

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
