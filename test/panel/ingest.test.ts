import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { signReader } from '../../src/fix/fingerprints/sign-reader.ts'
import { diagnose, diagnoseInSteps, emptyMemory, explanationOf, plain } from '../../src/internal.ts'
import { checkList, demandList, explained } from '../../src/panel/state/explained.ts'
import { makeIngest } from '../../src/panel/state/ingest.ts'
import { addEntry, clearLog, emptyLog, replaceEntry } from '../../src/panel/state/log.ts'
import { kindOf } from '../../src/panel/state/verdict-kind.ts'
import { redactionFor } from '../../src/redact/redaction-for.ts'
import { chromeEntry, chromePreflight } from '../make-har.ts'
import { fakeClock } from './fake-inspected.ts'
import { diagnosed, options, sample } from './panel-diagnoses.ts'

const drained = <T>(work: Generator<void, T, void>): T => {
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
  }
}
const words = (diagnoses: readonly Parameters<typeof explanationOf>[0][]) =>
  JSON.stringify(diagnoses.map((one) => explanationOf(one)))

describe('diagnosing what grows', () => {
  const { recording, entries } = sample()
  const whole = words(diagnose(recording, entries, options))

  it('says in the end what diagnosing all at once says, however the entries came in', () => {
    const order = fc.shuffledSubarray([...entries], { minLength: entries.length })
    fc.assert(
      fc.property(order, fc.array(fc.nat(entries.length), { maxLength: 6 }), (arrived, cuts) => {
        const memory = emptyMemory()
        for (const cut of cuts.sort((a, b) => a - b))
          drained(diagnoseInSteps(recording, arrived.slice(0, cut), options, memory))
        expect(words(drained(diagnoseInSteps(recording, arrived, options, memory)))).toBe(whole)
      }),
      { numRuns: 30 },
    )
  })

  it('keeps the objects of what did not change', () => {
    const memory = emptyMemory()
    const first = drained(diagnoseInSteps(recording, entries, options, memory))
    expect(drained(diagnoseInSteps(recording, entries, options, memory))).toEqual(first)
    drained(diagnoseInSteps(recording, entries, options, memory)).forEach((one, i) => {
      expect(one).toBe(first[i])
    })
  })
})

describe('the ingest', () => {
  it('brings a log up to date, and again after it was cleared', async () => {
    const clock = fakeClock()
    const log = emptyLog(diagnosed([]).recording)
    let results = 0
    const ingest = makeIngest([log], clock, redactionFor(false), () => results++)
    addEntry(log, chromeEntry({ error: 'net::ERR_FAILED' }))
    ingest.wake()
    await clock.pass(1000)
    expect(log.diagnoses.map(({ verdict }) => verdict.type)).toEqual(['blocked'])
    clearLog(log)
    ingest.wake()
    await clock.pass(1000)
    expect(log.diagnoses).toEqual([])
    expect(results).toBe(2)
  })

  it('reads of the first requests what the plan of a later one is based on', async () => {
    const clock = fakeClock()
    const log = emptyLog(diagnosed([]).recording)
    const ingest = makeIngest([log], clock, redactionFor(false), () => {})
    for (let at = 0; at < 300; at++)
      addEntry(log, chromeEntry({ at, url: `https://api.test/${at}`, error: 'net::ERR_FAILED' }))
    ingest.wake()
    await clock.pass(1000)
    addEntry(log, chromeEntry({ at: 300, url: 'https://api.test/last', error: 'net::ERR_FAILED' }))
    ingest.wake()
    await clock.pass(2000)
    const by = vi.spyOn(signReader, 'by')
    expect(log.diagnoses.at(-1)?.plan).not.toBeNull()
    expect(by.mock.calls.length).toBeLessThan(10)
    by.mockRestore()
  })

  it('gives no reason for what DevTools has not handed out yet, and gives it then', async () => {
    const clock = fakeClock()
    const log = emptyLog(diagnosed([]).recording)
    const ingest = makeIngest([log], clock, redactionFor(false), () => {})
    const put = { method: 'PUT', at: 30 } as const
    const leave = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Methods': 'PUT' }
    addEntry(log, chromePreflight({ ...put, at: 1, response: leave }))
    const incomplete = addEntry(log, chromeEntry({ ...put, status: 0, error: 'net::ERR_FAILED' }))
    if (incomplete === null) throw new Error('It could not be read')
    log.awaited.add(incomplete)
    ingest.wake()
    await clock.pass(1000)
    const [waiting] = log.diagnoses
    if (waiting === undefined) throw new Error('There is no diagnosis')
    expect(waiting).toMatchObject({ verdict: { type: 'cannot-tell' }, rootCauses: [], plan: null })
    expect(kindOf(waiting)).toBe('blocked')
    expect(plain(explained(waiting).headline, (value) => value)).toContain('The request was blocked')
    expect(checkList(waiting).filter(({ state }) => state === 'failed')).toEqual([])
    expect(demandList(waiting).filter(({ state }) => state === 'refused')).toEqual([])
    replaceEntry(log, incomplete, chromeEntry({ ...put, error: 'net::ERR_FAILED' }))
    ingest.wake()
    await clock.pass(1000)
    expect(log.diagnoses.map(({ verdict }) => verdict.type)).toEqual(['blocked'])
  })
})
