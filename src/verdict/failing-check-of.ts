import type { Assumptions } from '../evidence/assumptions.ts'
import type { Exchange } from '../evidence/exchange.ts'
import { entryOf } from '../evidence/exchange.ts'
import type { Evidence } from '../evidence/fact.ts'
import { place } from '../evidence/place.ts'
import { valuesOf } from '../fetch/header-list.ts'
import type { Failure } from '../fetch/main-fetch.ts'
import { explainFailure } from '../rules/index.ts'
import type { FailingCheck } from './verdict.ts'

/** Returns a failure as a failing check, with the rule that explains it and its evidence. */
export function failingCheckOf(exchange: Exchange, failure: Failure, assuming: Assumptions): FailingCheck {
  const finding = explainFailure(failure)
  const { step, phase, hop } = failure
  return {
    finding,
    step,
    phase,
    hop,
    assuming,
    evidence: evidenceOf(exchange, failure, finding.rule.evidence(finding.args)),
    fix: finding.rule.fix(finding.args),
  }
}

function evidenceOf(
  exchange: Exchange,
  { phase, hop }: Failure,
  references: ReturnType<ReturnType<typeof explainFailure>['rule']['evidence']>,
): readonly Evidence[] {
  const at = exchange.chain[hop]
  const entry = at === undefined ? null : phase === 'preflight' ? at.preflight : (at.standIn ?? entryOf(at))
  if (entry === null) return []
  return references.flatMap((reference, i): Evidence[] => {
    if (reference === 'status') return [place(entry, 'response.status', String(entry.response.status))]
    if (reference === 'url') return [place(entry, 'request.url', entry.request.url)]
    if (reference === 'method') return [place(entry, 'request.method', entry.request.method)]
    const values = valuesOf(entry[reference.message].headers, reference.name)
    const field = `${reference.message}.headers.${reference.name}`
    if (values.length > 0) return values.map((value) => place(entry, field, value))
    // A missing header is only evidence if the rule names it first.
    return i === 0 ? [place(entry, field, null)] : []
  })
}

/** Returns a key that is equal for two failing checks that say the same, whatever they assume. */
export const checkKey = ({ finding, phase, hop }: FailingCheck): string =>
  JSON.stringify([finding.rule.id, phase, hop, finding.args])
