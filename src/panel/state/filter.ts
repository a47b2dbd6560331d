import { type Diagnosis, failingChecks, nextFailingChecks } from '../../internal.ts'
import type { Show } from '../parts/show.ts'
import { filterKeys, filterTerms } from './filter-terms.ts'
import { isShown } from './verdict-kind.ts'

const haystacks = new WeakMap<Diagnosis, string>()

/**
 * Returns the diagnoses that match a tab and a filter. Every word of the filter has to match: a property (`method:PUT`),
 * or part of the method, URL, page, status, rule, root cause and the header lines that decide.
 */
export function filtered(diagnoses: readonly Diagnosis[], show: Show, filter: string): readonly Diagnosis[] {
  const shown = diagnoses.filter((one) => isShown(one, show))
  const terms = filterTerms(filter)
  if (terms.length === 0) return shown
  return shown.filter((one) =>
    terms.every(({ not, key, matches }) => {
      const found = key === null ? matches(haystackOf(one)) : filterKeys[key](one).some(matches)
      return found !== not
    }),
  )
}

function haystackOf(diagnosis: Diagnosis): string {
  const found = haystacks.get(diagnosis) ?? describe(diagnosis)
  haystacks.set(diagnosis, found)
  return found
}

function describe(diagnosis: Diagnosis): string {
  const { verdict } = diagnosis
  const { exchange, type } = verdict
  return [
    exchange.url,
    exchange.method,
    type,
    ...filterKeys.status(diagnosis),
    ...filterKeys.origin(diagnosis),
    ...[...failingChecks(verdict), ...nextFailingChecks(verdict)].flatMap((cause) =>
      cause.evidence.flatMap(({ field, value }) => [field, value]),
    ),
    ...filterKeys.rule(diagnosis),
  ]
    .join('\n')
    .toLowerCase()
}
