import { commonDifferencesOf, type Diagnosis, type HarEntry } from '../../internal.ts'
import { evidenceOf } from '../../panel/state/evidence-of.ts'
import { filterKeys } from '../../panel/state/filter-terms.ts'
import { type About, fileOf, originsOf, typeOf } from '../../panel/state/listed.ts'
import { briefText, reasonText, rowFacts } from '../../panel/state/row-facts.ts'
import { idOf, idsIn, keyOf } from '../../panel/state/selection.ts'
import { isWarned, kindOf } from '../../panel/state/verdict-kind.ts'
import type { SentRow, Told } from './messages.ts'

/** Collects rows to be sent. */
export interface Rows {
  add(diagnosis: Diagnosis): void
  readonly size: number
  /** Returns the rows, and begins anew. */
  taken(): Extract<Told, { type: 'rows' }>
}

/** Returns what makes rows of diagnoses. */
export function makeRows(): Rows {
  let rows: SentRow[] = []
  let abouts: About[] = []
  let places = new Map<string, number>()
  return {
    get size() {
      return rows.length
    },
    add(diagnosis) {
      const about = aboutOf(diagnosis)
      const text = JSON.stringify(about)
      const place = places.get(text) ?? abouts.push(about) - 1
      places.set(text, place)
      rows.push({ ...rowOf(diagnosis), about: place })
    },
    taken() {
      const told = { type: 'rows', rows, abouts } as const
      rows = []
      abouts = []
      places = new Map()
      return told
    },
  }
}

const aboutOf = (diagnosis: Diagnosis): About => ({
  key: keyOf(diagnosis),
  kind: kindOf(diagnosis),
  type: typeOf(diagnosis),
  warned: isWarned(diagnosis),
  reason: reasonText(diagnosis),
  brief: briefText(diagnosis),
  differences: commonDifferencesOf(diagnosis),
  file: fileOf(diagnosis),
  origins: originsOf(diagnosis),
  evidence: evidenceOf(diagnosis),
  headers: [...new Set(filterKeys.header(diagnosis))],
  rules: filterKeys.rule(diagnosis),
  bugs: diagnosis.bugs,
})

function rowOf(diagnosis: Diagnosis): Omit<SentRow, 'about'> {
  const { chain } = diagnosis.verdict.exchange
  const entries = chain.flatMap(({ actual, preflight }) => [actual, preflight]).filter((one) => one !== null)
  const all = (value: (entry: HarEntry) => string): readonly string[] => [...new Set(entries.map(value))]
  return {
    id: idOf(diagnosis),
    ids: idsIn(diagnosis),
    facts: rowFacts(diagnosis),
    urls: all(({ request }) => request.url),
    statuses: all(({ response }) => String(response.status)),
    types: all(({ vendor }) => vendor.resourceType ?? ''),
    initiators: all(({ vendor }) => vendor.initiator?.frame?.url ?? ''),
  }
}
