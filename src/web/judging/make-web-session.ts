import { type Diagnosis, type DiagnosisParts, diagnosisOf, redactionFor } from '../../internal.ts'
import { frameStrings } from '../../panel/parts/frame-strings.ts'
import { isRow, type Row } from '../../panel/state/listed.ts'
import type { Session } from '../../panel/state/session.ts'
import { rememberedSettings, rememberSettings } from '../../panel/state/settings.ts'
import type { SourceState } from '../../panel/state/state.ts'
import { makeStore } from '../../panel/state/store.ts'
import type { Asked, Heard } from './messages.ts'
import { type JudgingThread, startJudging } from './start-judging.ts'

type Answer = Extract<Heard, { readonly ask: number }>
type Question = Extract<Asked, { readonly ask: number }>
type WithoutAsk<T> = T extends unknown ? Omit<T, 'ask'> : never

/** Returns the session of the web page: another thread reads and judges, this one has rows and what was asked for. */
export function makeWebSession(
  sample: Session['sample'],
  start: typeof startJudging = startJudging,
): Session {
  const store = makeStore()
  const redaction = redactionFor(false)
  let rows: Row[] = []
  let thread: JudgingThread | null = null
  let readings = 0
  let asks = 0
  const answers = new Map<number, (answer: Answer) => void>()
  let read: () => void = () => undefined
  const raw = new WeakMap<Diagnosis, readonly unknown[]>()
  let peers = new Map<string, readonly Diagnosis[]>()

  const received = (parts: DiagnosisParts): Diagnosis =>
    diagnosisOf(parts, { engine: null, show: redaction.value })

  function take(told: Heard): void {
    switch (told.type) {
      case 'rows':
        for (const row of told.rows) {
          const about = told.abouts[row.about]
          if (about !== undefined) rows.push({ ...row, about })
        }
        break
      case 'secrets':
        redaction.take(told.noted)
        break
      case 'judged':
        peers = new Map()
        store.dispatch({ type: 'diagnosed', sources: told.sources.map(sourceWith(rows)) })
        break
      case 'reading':
        if (told.reading === readings) store.dispatch({ type: 'reading', reading: told.progress })
        break
      case 'failed':
        store.dispatch({ type: 'failed', message: told.message })
        break
      case 'read':
        if (told.reading !== readings) break
        store.dispatch({ type: 'reading', reading: null })
        read()
        break
      default:
        answers.get(told.ask)?.(told)
        answers.delete(told.ask)
    }
  }
  function threadOf(): JudgingThread {
    thread ??= start(take, (why) => {
      store.dispatch({ type: 'reading', reading: null })
      store.dispatch({ type: 'failed', message: frameStrings.judgingFailed(why) })
    })
    return thread
  }
  function ask(question: WithoutAsk<Question>, then: (answer: Answer) => void): void {
    const number = ++asks
    answers.set(number, then)
    threadOf().ask({ ...question, ask: number } as Question)
  }
  const saveAll: Session['saveAll'] = (what, secrets) =>
    new Promise((resolve) =>
      ask({ type: 'export', what, secrets }, (answer) => {
        if (answer.type === 'exported') resolve(answer.file)
      }),
    )
  function stopReading(): void {
    readings++
    thread?.ask({ type: 'stop' })
    store.dispatch({ type: 'reading', reading: null })
    read()
  }

  store.dispatch({ type: 'settings', change: rememberedSettings() })
  return {
    store,
    redaction,
    place: 'web page',
    browser: 'chromium',
    trial: null,
    openInNetwork: null,
    sample,
    shown: () => undefined,
    hidden: () => undefined,
    takeMissed: () => undefined,
    pause: () => undefined,
    reload: () => undefined,
    openSource: () => Promise.resolve(false),
    configure(change) {
      store.dispatch({ type: 'settings', change })
      rememberSettings(store.get().settings)
    },
    clear() {
      stopReading()
      // What it knows goes with it.
      thread?.end()
      thread = null
      rows = []
      answers.clear()
      peers = new Map()
      redaction.renewal().done()
      store.dispatch({ type: 'failed', message: null })
      store.dispatch({ type: 'open', opened: false })
      store.dispatch({ type: 'diagnosed', sources: [] })
    },
    readFiles(files) {
      stopReading()
      store.dispatch({ type: 'failed', message: null })
      const mine = readings
      return new Promise((resolve) => {
        read = resolve
        threadOf().ask({ type: 'read', reading: mine, files })
      })
    },
    stopReading,
    withDiagnosis(one, then) {
      if (!isRow(one)) return then(one)
      ask({ type: 'detail', id: one.id }, (answer) => {
        if (answer.type !== 'detail' || answer.detail === null) return
        const diagnosis = received(answer.detail.parts)
        raw.set(diagnosis, answer.detail.raw)
        then(diagnosis)
      })
    },
    peersOf(diagnosis) {
      const target = diagnosis.plan?.target
      if (target === undefined) return []
      const known = peers.get(target)
      if (known !== undefined) return known
      // Until the others are here, it's about this request alone.
      const alone = [diagnosis]
      const asked = peers
      asked.set(target, alone)
      ask({ type: 'peers', target }, (answer) => {
        if (answer.type !== 'peers') return
        asked.set(target, answer.peers.map(received))
        store.dispatch({ type: 'sent' })
      })
      return alone
    },
    exportAll: async (what, secrets) => (await saveAll(what, secrets)).text(),
    saveAll,
    rawEntries: (diagnosis) => raw.get(diagnosis) ?? [],
  }
}

const sourceWith =
  (rows: readonly Row[]) =>
  ({ order, ...source }: Extract<Heard, { type: 'judged' }>['sources'][number]): SourceState => ({
    ...source,
    diagnoses: Array.from(order, (number) => rows[number]).filter((row) => row !== undefined),
  })
