import { type Diagnosis, failingChecks, nextFailingChecks } from '../../internal.ts'
import type { Show } from '../parts/show.ts'
import { isShown } from './verdict-kind.ts'

const haystacks = new WeakMap<Diagnosis, string>()

/**
 * Returns the diagnoses that a tab and a filter leave. Every word of the filter has to occur in method, URL, page,
 * status, rule, root cause or the header lines that decide; a word after a minus must not.
 */
export function filtered(diagnoses: readonly Diagnosis[], show: Show, filter: string): readonly Diagnosis[] {
  const shown = diagnoses.filter((one) => isShown(one, show))
  const words = filter
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '' && word !== '-')
  if (words.length === 0) return shown
  return shown.filter((one) => {
    const haystack = haystackOf(one)
    return words.every((word) =>
      word.startsWith('-') ? !haystack.includes(word.slice(1)) : haystack.includes(word),
    )
  })
}

function haystackOf(diagnosis: Diagnosis): string {
  const found = haystacks.get(diagnosis) ?? describe(diagnosis)
  haystacks.set(diagnosis, found)
  return found
}

function describe({ verdict, rootCauses, cautions }: Diagnosis): string {
  const { exchange, type } = verdict
  const { origin } = exchange.facts
  return [
    type,
    exchange.method,
    exchange.url,
    ...(origin.known ? [origin.value] : origin.candidates),
    ...exchange.chain.flatMap(({ actual, preflight }) => [
      actual?.response.status,
      preflight?.response.status,
    ]),
    ...[...failingChecks(verdict), ...nextFailingChecks(verdict)].flatMap((cause) => [
      cause.finding.rule.id,
      ...cause.evidence.flatMap(({ field, value }) => [field, value]),
    ]),
    ...[...rootCauses, ...cautions].map(({ id }) => id),
  ]
    .join('\n')
    .toLowerCase()
}
