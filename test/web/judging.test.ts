import { readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import {
  type Diagnosis,
  exchangeReports,
  isListed,
  mergePolicies,
  plain,
  type RecordingRedaction,
  version,
} from '../../src/internal.ts'
import { columns } from '../../src/panel/list/columns.ts'
import { makeSession } from '../../src/panel/make-session.ts'
import { showAs } from '../../src/panel/parts/redaction.ts'
import { differences } from '../../src/panel/state/differences.ts'
import { type FilterKey, filterKeys, valuesIn } from '../../src/panel/state/filter-terms.ts'
import { systemClock } from '../../src/panel/state/inspected.ts'
import { diagnosesIn, isRow, type Listed, originsOf } from '../../src/panel/state/listed.ts'
import { reasonOf } from '../../src/panel/state/row-facts.ts'
import { idOf, keyOf } from '../../src/panel/state/selection.ts'
import type { Session } from '../../src/panel/state/session.ts'
import { isWarned, kindOf, rankOf } from '../../src/panel/state/verdict-kind.ts'
import { makeWebSession } from '../../src/web/judging/make-web-session.ts'
import { type JudgingThread, judgeHere } from '../../src/web/judging/start-judging.ts'
import { chromeEntry, harText } from '../make-har.ts'
import { filtered } from '../panel/panel-diagnoses.ts'

/** As a worker does, the thread gets and gives copies. */
const copying = (told: Parameters<typeof judgeHere>[0]): JudgingThread => {
  const thread = judgeHere((one) => told(structuredClone(one)))
  return { ...thread, ask: (asked) => thread.ask(asked.type === 'read' ? asked : structuredClone(asked)) }
}

const webSession = (): Session => makeWebSession(null, copying)

const recordings: Readonly<Record<string, string>> = {
  sample: readFileSync('src/cli/sample.har', 'utf8'),
  ...Object.fromEntries(
    readdirSync('test/recordings').flatMap((name) => {
      const file = readFileSync(`test/recordings/${name}`)
      return /\.har(\.gz)?$/.test(name)
        ? [[name, (name.endsWith('.gz') ? gunzipSync(file) : file).toString('utf8')]]
        : []
    }),
  ),
}

/** Everything that the list shows and finds of requests. */
const shown = (all: readonly Listed[], session: Session): readonly unknown[] => {
  showAs(session.redaction)
  return all.map((one) => ({
    id: idOf(one),
    key: keyOf(one),
    kind: kindOf(one),
    rank: rankOf(one),
    warned: isWarned(one),
    reason: reasonOf(one),
    origins: originsOf(one),
    differences: differences(one).map((words) => plain(words, session.redaction.value)),
    cells: Object.values(columns).map((column) => [column.cell(one), column.sortKey(one)]),
    values: (Object.keys(filterKeys) as FilterKey[]).map((key) => [...new Set(valuesIn(key, one))]),
  }))
}

const detailOf = (session: Session, one: Listed): Promise<Diagnosis> =>
  new Promise((resolve) => session.withDiagnosis(one, resolve))

const reportOf = (diagnosis: Diagnosis, redaction: Session['redaction']): unknown => {
  const { recording } = diagnosis.verdict.exchange
  const examined = { recording, entries: 0, diagnoses: [diagnosis], skipped: [], truncated: null }
  return [...exchangeReports([examined], { version, redaction, includes: () => true })]
}

describe.each(Object.entries(recordings))('%s, judged in another thread', (_, har) => {
  const file = { name: 'a.har', blob: new Blob([har]) }

  test('is what it is judged in this one: rows, what the filter finds, every detail, exports, policies', async () => {
    const web = webSession()
    const local = makeSession(null, systemClock, null)
    await web.readFiles([file])
    await local.readFiles([file])
    const rows = web.store.get().diagnoses
    // The session in this thread says nothing of its last round.
    const creatorsOf = (session: Session) => session.store.get().sources.map((one) => one.recording.creator)
    await until(() => creatorsOf(local).join() === creatorsOf(web).join())
    await new Promise((resolve) => setTimeout(resolve, 300))
    const here = diagnosesIn(local.store.get().diagnoses)
    expect(rows.every(isRow)).toBe(true)
    expect(shown(rows, web)).toEqual(shown(here, local))
    for (const filter of ['api', 'status:200', '-method:GET', 'allow-origin'])
      expect(filtered(rows, 'all', filter).map(idOf)).toEqual(filtered(here, 'all', filter).map(idOf))
    const blocked: [Diagnosis, Diagnosis][] = []
    for (const [i, row] of rows.entries()) {
      const [detail, same] = [await detailOf(web, row), here[i]]
      if (same === undefined) throw new Error('not as many')
      expect(reportOf(detail, web.redaction)).toEqual(reportOf(same, local.redaction))
      expect(web.rawEntries(detail)).toEqual(local.rawEntries(same))
      if (isListed(same, false) && detail.plan?.policy != null) blocked.push([detail, same])
    }
    for (const what of ['markdown', 'json', 'har'] as const) {
      const text = await local.exportAll(what, false)
      expect(await web.exportAll(what, false)).toBe(text)
      expect(await (await web.saveAll(what, false)).text()).toBe(text)
    }
    for (const [detail, same] of blocked.slice(0, 3)) {
      const target = detail.plan?.target
      web.peersOf(detail)
      await until(() => web.peersOf(detail)[0] !== detail)
      const policyFrom = (all: readonly Diagnosis[]) => {
        const merged = mergePolicies(all).find((one) => one.target === target)
        return { policy: merged?.policy, leftOut: merged?.leftOut }
      }
      expect(policyFrom(web.peersOf(detail))).toEqual(policyFrom(local.peersOf(same)))
    }
  }, 60_000)
})

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5))
}

const blockedHar = (count: number): string =>
  harText(
    Array.from({ length: count }, (_, n) =>
      chromeEntry({ at: n, url: `https://api.test/items/${n}`, error: 'net::ERR_FAILED', response: {} }),
    ),
  )

test('rows come before the file is whole; Cancel keeps what was read', async () => {
  const session = webSession()
  let rest: () => void = () => undefined
  // Less than a megabyte is only read once it's whole.
  const text = new TextEncoder().encode(blockedHar(5000))
  const half = text.length >> 1
  expect(half).toBeGreaterThan(1 << 20)
  const blob = {
    size: text.length,
    slice: () => new Blob([]),
    stream: () =>
      new ReadableStream({
        start(controller) {
          controller.enqueue(text.slice(0, half))
          rest = () => {
            controller.enqueue(text.slice(half))
            // Without its end, the reader would wait for more before it looks whether it's stopped.
            controller.close()
          }
        },
      }),
  } as unknown as Blob
  const reading = session.readFiles([{ name: 'a.har', blob }])
  await until(() => session.store.get().diagnoses.length >= 100)
  const progress = session.store.get().reading
  expect(progress).toMatchObject({ name: 'a.har', size: text.length })
  expect(progress?.read).toBeLessThan(text.length)
  await until(() => (session.store.get().reading?.blocked ?? 0) >= 100)
  session.stopReading()
  rest()
  await reading
  await until(() => session.store.get().failure !== null)
  const { diagnoses, failure, reading: after } = session.store.get()
  expect(after).toBeNull()
  expect(failure).toMatch(/a\.har/)
  expect(diagnoses.length).toBeGreaterThanOrEqual(100)
  expect(diagnoses.length).toBeLessThan(5000)
  expect((await detailOf(session, diagnoses[0] as Listed)).verdict.type).toBe('blocked')
}, 60_000)

test('a request is shown while a long report is made', async () => {
  const session = webSession()
  await session.readFiles([{ name: 'a.har', blob: new Blob([blockedHar(500)]) }])
  await until(() => session.store.get().diagnoses.length === 500)
  const done: string[] = []
  const saved = session.saveAll('json', false).then(() => done.push('report'))
  const [first] = session.store.get().diagnoses
  const shown = detailOf(session, first as Listed).then(() => done.push('request'))
  await Promise.all([saved, shown])
  expect(done).toEqual(['request', 'report'])
})

test('what is cleared is forgotten, secrets and all', async () => {
  const session = webSession()
  await session.readFiles([{ name: 'a.har', blob: new Blob([blockedHar(3)]) }])
  expect(session.store.get().diagnoses).toHaveLength(3)
  // The page adds to the session, so it has to stay the same redaction.
  const redaction = session.redaction as RecordingRedaction
  redaction.take([{ type: 'secret', value: 'Tiger-Hunter2', mark: 4 }])
  expect(redaction.value('Tiger-Hunter2')).toBe('•••')
  session.clear()
  expect(session.redaction).toBe(redaction)
  expect(redaction.value('Tiger-Hunter2')).toBe('Tiger-Hunter2')
  expect(session.store.get()).toMatchObject({ diagnoses: [], sources: [], reading: null, failure: null })
  await session.readFiles([{ name: 'b.har', blob: new Blob([blockedHar(2)]) }])
  expect(session.store.get().diagnoses).toHaveLength(2)
})
