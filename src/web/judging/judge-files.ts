import { type Diagnosis, type Noted, partsOf, redactionFor } from '../../internal.ts'
import { makeIngest } from '../../panel/state/ingest.ts'
import type { Clock } from '../../panel/state/inspected.ts'
import { type Log, rawEntriesIn, sourceOf } from '../../panel/state/log.ts'
import { idOf } from '../../panel/state/selection.ts'
import { exportInSteps } from '../../panel/state/session-exports.ts'
import { slicesOf } from '../../panel/state/slices.ts'
import { type Reader, takeRecordings } from '../../panel/state/take-recordings.ts'
import { kindOf } from '../../panel/state/verdict-kind.ts'
import { makeRows } from './make-rows.ts'
import type { Asked, SentDetail, SentSource, Told } from './messages.ts'
import { peersOfApi } from './peers-of-api.ts'

/** How many rows are sent at once: more would hold up the page. */
const AT_ONCE = 100

/** How long a question waits at most, in milliseconds. */
const SLICE = 20

/** What was read is judged again once there is so much more of it: each time costs as much as everything so far. */
const GROWTH = 1.5

/** How often it's told how far a file is read, in milliseconds. */
const SHOWN_EVERY = 100

/** How the thread that judges is connected. */
export interface Judging {
  readonly clock: Clock
  readonly read: Reader
  post(told: Told): void
}

/** Returns what takes the questions of the page: it reads files, judges their requests and tells of them. */
export function judgeFiles({ clock, read, post }: Judging): (asked: Asked) => void {
  const logs: Log[] = []
  const rows = makeRows()
  const numbers = new WeakMap<Diagnosis, number>()
  let count = 0
  let noted: Noted[] = []
  const redaction = redactionFor(false, (one) => void noted.push(one))
  let readings = 0
  let blocked: number | null = null
  let shown = 0
  /** How far the reading is; null: nothing is being read. */
  let progress: Omit<Extract<Told, { type: 'reading' }>, 'type'> | null = null
  let telling = Promise.resolve()
  let settled: () => void = () => undefined
  const ingest = makeIngest(logs, clock, redaction, () => {
    const sources = logs.map(sourceOf)
    telling = telling.then(() => tell(sources)).then(settled)
  })

  const pause = (): Promise<void> => new Promise((resolve) => clock.after(0, resolve))
  function send(): void {
    // What shows a row masks it first.
    if (noted.length > 0) post({ type: 'secrets', noted })
    noted = []
    if (rows.size > 0) post(rows.taken())
  }

  function showProgress(): void {
    if (progress === null) return
    shown = clock.now()
    post({ type: 'reading', reading: progress.reading, progress: { ...progress.progress, blocked } })
  }

  async function tell(sources: readonly ReturnType<typeof sourceOf>[]): Promise<void> {
    let end = clock.now() + SLICE
    let sum = 0
    const sent: SentSource[] = []
    for (const { recording, entries, skipped, truncated, diagnoses } of sources) {
      const order = new Uint32Array(diagnoses.length)
      for (const [i, one] of diagnoses.entries()) {
        const number = numbers.get(one) ?? count++
        if (!numbers.has(one)) rows.add(one)
        numbers.set(one, number)
        order[i] = number
        if (kindOf(one) === 'blocked') sum++
        if (rows.size === AT_ONCE) send()
        if (clock.now() < end) continue
        await pause()
        end = clock.now() + SLICE
      }
      sent.push({ recording, entries, skipped, truncated, order })
    }
    send()
    blocked = sum
    post({ type: 'judged', sources: sent })
    showProgress()
  }

  /** Resolves when everything that was read is judged and told. */
  const judgedAll = (): Promise<void> =>
    new Promise((resolve) => {
      settled = () => {
        if (!logs.some(({ changed }) => changed)) resolve()
      }
      ingest.wake()
    })

  async function readFiles({ reading, files }: Extract<Asked, { type: 'read' }>): Promise<void> {
    const mine = ++readings
    const isStopped = (): boolean => readings !== mine
    for (const file of files) {
      let enough = 0
      let held = Promise.resolve()
      const patiently: Reader = async function* (asked) {
        for await (const told of read(asked)) {
          yield told
          await held
        }
      }
      const failure = await takeRecordings(file, logs, patiently, {
        changed() {
          const entries = logs.reduce((sum, log) => sum + log.entries.length, 0)
          if (entries < enough) return
          // The first requests are shown at once: what comes after them waits for that.
          if (enough === 0) held = judgedAll()
          else ingest.wake()
          enough = entries * GROWTH
        },
        isStopped,
        onReading(now) {
          progress = { reading, progress: now }
          if (now.read === 0 || clock.now() - shown >= SHOWN_EVERY) showProgress()
        },
      })
      if (failure !== null) post({ type: 'failed', message: failure })
      if (isStopped()) break
    }
    progress = null
    await judgedAll()
    post({ type: 'read', reading })
  }

  const all = (): readonly Diagnosis[] => logs.flatMap(({ diagnoses }) => diagnoses)
  function detailOf(id: string): SentDetail | null {
    const found = all().find((one) => idOf(one) === id)
    return found === undefined ? null : { parts: partsOf(found), raw: rawEntriesIn(logs, found) }
  }

  /** Makes a file in slices: meanwhile, other questions are answered. */
  async function exportFile({ ask, what, secrets }: Extract<Asked, { type: 'export' }>): Promise<void> {
    const rawEntries = (one: Diagnosis) => rawEntriesIn(logs, one)
    const work = exportInSteps(what, { sources: logs.map(sourceOf), redaction, rawEntries }, secrets)
    post({ type: 'exported', ask, file: new Blob([...(await slicesOf(clock, SLICE).all(work))]) })
  }

  return (asked) => {
    switch (asked.type) {
      case 'read':
        readFiles(asked).catch((error) =>
          post({ type: 'unreadable', reading: asked.reading, message: String(error) }),
        )
        break
      case 'stop':
        readings++
        break
      case 'detail':
        post({ type: 'detail', ask: asked.ask, detail: detailOf(asked.id) })
        break
      case 'peers':
        post({ type: 'peers', ask: asked.ask, peers: peersOfApi(asked.target, all()) })
        break
      case 'export':
        exportFile(asked).catch((error) => post({ type: 'failed', message: String(error) }))
        break
    }
  }
}
