import type { Diagnosis } from '../diagnose.ts'
import { valuesOfFact } from '../evidence/fact.ts'
import { originOf } from '../fetch/origin.ts'
import { failingChecks, nextFailingChecks } from '../verdict/failing-checks.ts'
import { notCorsReason } from '../verdict/not-cors-reason.ts'

/** Fetches that have the same problem. */
export interface Problem {
  /** The one that is explained: the first of {@link all}. */
  readonly example: Diagnosis
  readonly all: readonly Diagnosis[]
}

/**
 * Returns the diagnoses grouped by problem: the same API origin and page, the same causes with the same values. Groups
 * are ordered by their first fetch.
 */
export function problemsOf(diagnoses: readonly Diagnosis[]): readonly Problem[] {
  const groups = new Map<string, Diagnosis[]>()
  const without = apisWithoutCors(diagnoses)
  for (const diagnosis of diagnoses) {
    const api = apiOf(diagnosis)
    const key = without.has(api) && lacksCors(diagnosis) ? `without CORS ${api}` : problemKey(diagnosis)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [diagnosis])
    else group.push(diagnosis)
  }
  return [...groups.values()].flatMap((all) => {
    const [first] = all
    if (first === undefined) return []
    const example = mostTelling(all) ?? first
    return [{ example, all: [example, ...all.filter((one) => one !== example)] }]
  })
}

/** Among requests to an API without CORS, the one with a preflight needs the most changes. */
const mostTelling = (all: readonly Diagnosis[]): Diagnosis | undefined =>
  lacksCors(all[0]) ? all.find(({ verdict }) => verdict.exchange.chain[0].preflight !== null) : undefined

const apiOf = ({ verdict: { exchange } }: Diagnosis): string =>
  JSON.stringify([originOf(exchange.url), valuesOfFact(exchange.facts.origin)])

/** The APIs without any CORS headers, each with the page: that is one problem, not one per route. */
function apisWithoutCors(diagnoses: readonly Diagnosis[]): ReadonlySet<string> {
  const without = new Set<string>()
  const withSome = new Set<string>()
  for (const diagnosis of diagnoses) {
    const entries = diagnosis.verdict.exchange.chain.flatMap(({ preflight, actual }) => [preflight, actual])
    const hasSome = entries.some((entry) =>
      entry?.response.headers.some(({ name }) => /^access-control-/i.test(name)),
    )
    if (hasSome) withSome.add(apiOf(diagnosis))
    else without.add(apiOf(diagnosis))
  }
  return new Set([...without].filter((api) => !withSome.has(api)))
}

/** Reports whether a request failed because there are no CORS headers, and nothing else has to be fixed first. */
function lacksCors(diagnosis: Diagnosis | undefined): boolean {
  if (diagnosis === undefined) return false
  const [check] = failingChecks(diagnosis.verdict)
  if (diagnosis.verdict.type !== 'blocked' || check?.finding.rule.id !== 'allow-origin-missing') return false
  const hop = diagnosis.verdict.exchange.chain[check.hop]
  const status = (check.phase === 'preflight' ? hop?.preflight : hop?.actual)?.response.status ?? 0
  const [cause] = diagnosis.rootCauses
  return UNREMARKABLE.has(status) && (cause === undefined || NOTHING_THERE.has(cause.id))
}

const UNREMARKABLE: ReadonlySet<number> = new Set([200, 201, 204, 404, 405])
const NOTHING_THERE: ReadonlySet<string> = new Set([
  ...[
    'cors-not-set-up',
    'options-not-routed',
    'framework-answers-options',
    'preflight-error',
    'error-response',
  ],
])

/** Returns a key that is equal for diagnoses with the same problem. */
export function problemKey({ verdict, rootCauses }: Diagnosis): string {
  const { exchange } = verdict
  const failing = failingChecks(verdict)
  const checks = [...failing, ...nextFailingChecks(verdict)].map(({ finding, phase, hop, assuming }) => [
    finding.rule.id,
    phase,
    hop,
    finding.args,
    assuming,
  ])
  return JSON.stringify([
    verdict.type,
    notCorsReason(verdict),
    originOf(exchange.url),
    valuesOfFact(exchange.facts.origin),
    checks,
    failing.length > 0 ? null : rootCauses.map(({ id }) => id),
    failing.length > 0 ? null : exchange.observed.source?.value,
  ])
}
