import { describe, expect, it } from 'vitest'
import { makeIngest } from '../../src/panel/state/ingest.ts'
import { addEntry, emptyLog } from '../../src/panel/state/log.ts'
import { slicesOf } from '../../src/panel/state/slices.ts'
import { redactionFor } from '../../src/redact/redaction-for.ts'
import { chromeEntry } from '../make-har.ts'
import { fakeClock } from './fake-inspected.ts'
import { diagnosed } from './panel-diagnoses.ts'
import { blocked, failed, record } from './record.ts'

const MANY = 200
const urlOf = (n: number) => `https://api.test/${n}`
const entries = Array.from({ length: MANY }, (_, n) => chromeEntry({ at: n, url: urlOf(n) }))

/** A recorder on a machine where each look at the clock takes a millisecond. */
function slowRecord() {
  const recording = record()
  recording.clock.perLook = 1
  const urls = () => recording.log.entries.map(({ request }) => request.url)
  return { ...recording, urls }
}

describe('work in slices', () => {
  it('takes a burst in bit by bit, each request once and in its order', async () => {
    const { inspected, clock, log, urls, changes } = slowRecord()
    for (const entry of entries) inspected.finish(entry)
    await clock.pass(160)
    expect(log.entries.length).toBeGreaterThan(0)
    expect(log.entries.length).toBeLessThan(MANY)
    expect(changes.at(-1)).toBe(MANY - log.entries.length)
    await clock.pass(5000)
    expect(urls()).toEqual(entries.map((_, n) => urlOf(n)))
    expect(changes.at(-1)).toBe(0)
  })

  it('compares what DevTools holds with what is reported meanwhile, and has each request once', async () => {
    const { inspected, clock, recorder, urls } = slowRecord()
    inspected.held = [...entries]
    inspected.finish(entries[150] ?? {})
    // While it compares: one that it has looked at, one that it hasn't, and one that came later.
    for (const n of [3, 190]) clock.after(12 + n / 10, () => inspected.finish(entries[n] ?? {}))
    clock.after(30, () => inspected.finish(chromeEntry({ at: 900, url: urlOf(900) })))
    const done = recorder.backfill()
    await clock.pass(20_000)
    await done
    expect(urls().toSorted()).toEqual([...entries.map((_, n) => urlOf(n)), urlOf(900)].toSorted())
  })

  it('stops comparing when the log is cleared', async () => {
    const { inspected, clock, recorder, log } = slowRecord()
    inspected.held = [...entries]
    clock.after(30, () => recorder.clear())
    const done = recorder.takeUnreported()
    await clock.pass(20_000)
    expect(await done).toBe(false)
    expect(log.entries).toEqual([])
  })

  it('reads many incomplete entries again, each once', async () => {
    const { inspected, clock, statuses } = slowRecord()
    inspected.held = entries.map((_, n) => chromeEntry({ ...blocked, at: n, url: urlOf(n) }))
    for (const n of entries.keys()) inspected.finish(chromeEntry({ ...failed, at: n, url: urlOf(n) }))
    await clock.pass(60_000)
    expect(statuses()).toEqual(entries.map(() => 200))
  })

  it('does what belongs after a round in slices too, before its result', async () => {
    const clock = fakeClock()
    clock.perLook = 1
    const log = emptyLog(diagnosed([]).recording)
    const seen: string[] = []
    function* tidy() {
      for (let i = 0; i < 40; i++) {
        if (i === 20) clock.after(0, () => seen.push('something else'))
        yield
      }
      seen.push('tidy')
    }
    const ingest = makeIngest([log], clock, redactionFor(false), () => seen.push('result'), tidy)
    for (const entry of entries) addEntry(log, entry)
    ingest.wake()
    await clock.pass(60_000)
    expect(seen).toEqual(['something else', 'tidy', 'result'])
    expect(log.diagnoses).toHaveLength(MANY)
  })

  it('is done whole where it is short', async () => {
    const clock = fakeClock()
    function* work() {
      yield
      return 'done'
    }
    expect(await slicesOf(clock, 10).all(work())).toBe('done')
  })
})
