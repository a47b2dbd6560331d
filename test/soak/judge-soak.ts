import type { HarEntryJson, HarJson } from '../engines/har-json.ts'
import { judgeHar } from '../engines/judge.ts'
import type { SoakTruth } from './soak.ts'

/** What WhyCORS makes of a soak's recording. */
export interface SoakJudgement {
  readonly requests: number
  readonly preflights: number
  /** Each request whose verdict or preflight is not the browser's, and how. */
  readonly wrong: readonly string[]
  readonly undecided: readonly string[]
  /** Those that the recording has no actual request of. */
  readonly missing: readonly string[]
}

/** Compares each verdict, and each preflight's owner, with the browser's own. */
export function judgeSoak(har: HarJson, truth: SoakTruth, engine: 'chromium' | 'firefox'): SoakJudgement {
  const { entries } = har.log
  const wrong: string[] = []
  const undecided: string[] = []
  const judged = judgeHar(har, engine)
  const seen = new Set<string>()
  for (const { entries: places, verdict, codes } of judged) {
    const actual = entries[places.actual ?? -1]
    const preflight = entries[places.preflight ?? -1]
    const id = actual === undefined ? null : header(actual.request, 'content-language')
    const number = preflight === undefined ? null : header(preflight.response, 'x-preflight')
    const told = [`${id ?? '(no entry)'}: ${verdict}`, ...codes].join(' ')
    if (id === null) {
      // Firefox may show what a preflight stopped by the preflight alone.
      if (engine !== 'firefox' || verdict !== 'blocked') wrong.push(`${told}, of preflight ${number}`)
      continue
    }
    if (seen.has(id)) wrong.push(`${told}, a second time`)
    seen.add(id)
    const outcome = truth.outcomes[id]
    const owned = truth.preflights === null ? null : (truth.preflights[id] ?? [])
    const code = truth.codes[id]
    const isSwapped =
      owned !== null && number !== null && owned.some((other) => isAlike(entries, number, other))
    if (!isSwapped && owned !== null && (number === null ? owned.length > 0 : !owned.includes(number)))
      wrong.push(`${told}, preflight ${number}, not ${owned.join(', ') || 'none'}`)
    else if (verdict === 'depends') undecided.push(`${told}, the browser: ${outcome}`)
    else if (outcome === 'blocked' ? verdict !== 'blocked' : verdict !== 'shared' && verdict !== 'not-cors')
      wrong.push(`${told}, the browser: ${outcome} ${code ?? ''}`)
    else if (code !== undefined && !codes.includes(code)) wrong.push(`${told}, the browser: ${code}`)
  }
  const unseen = Object.keys(truth.outcomes).filter((id) => !seen.has(id))
  return {
    requests: Object.keys(truth.outcomes).length,
    preflights: entries.filter(({ request }) => request.method === 'OPTIONS').length,
    wrong,
    undecided,
    missing: unseen,
  }
}

/**
 * Reports whether two preflights asked for the same and were answered alike. Where `onRequestFinished` leaves entries out, nothing
 * tells whose such a preflight is, and nothing depends on it.
 */
function isAlike(entries: readonly HarEntryJson[], a: string, b: string): boolean {
  const [one, other] = [a, b].map((number) => {
    const entry = entries.find(({ response }) => header(response, 'x-preflight') === number)
    if (entry === undefined) return null
    const asked = ['access-control-request-method', 'access-control-request-headers', 'origin']
    const said = entry.response.headers
      .filter(({ name }) => /^access-control-/i.test(name))
      .map(({ name, value }) => `${name.toLowerCase()}: ${value}`)
    return JSON.stringify([
      entry.response.status,
      said.sort(),
      asked.map((name) => header(entry.request, name)),
    ])
  })
  return one !== null && one !== undefined && one === other
}

const header = (message: HarEntryJson['request'] | HarEntryJson['response'], lower: string): string | null =>
  message.headers.find(({ name }) => name.toLowerCase() === lower)?.value ?? null
