import { type Diagnosis, failingChecks, nextFailingChecks } from '../../internal.ts'
import type { Show } from '../parts/show.ts'
import { filterTerms, valuesIn } from './filter-terms.ts'
import { isRow, type Listed, typeOf } from './listed.ts'
import { isShown } from './verdict-kind.ts'

const haystacks = new WeakMap<Listed, string>()

/**
 * Returns the diagnoses that match a tab and a filter. Every word of the filter has to match: a property (`method:PUT`),
 * or part of the method, URL, page, status, rule, root cause and the header lines that decide.
 */
export function filtered<One extends Listed>(
  diagnoses: readonly One[],
  show: Show,
  filter: string,
): readonly One[] {
  const before = last !== null && last.diagnoses === diagnoses && last.show === show ? last : null
  const shown = (before?.shown ?? diagnoses.filter((one) => isShown(one, show))) as readonly One[]
  const isNarrower = before !== null && isSimple(filter) && filter.startsWith(before.filter)
  const among = (isNarrower ? before.found : shown) as readonly One[]
  const terms = filterTerms(filter)
  const found =
    terms.length === 0
      ? shown
      : among.filter((one) =>
          terms.every(({ not, key, matches }) => {
            const isFound = key === null ? matches(haystackOf(one)) : valuesIn(key, one).some(matches)
            return isFound !== not
          }),
        )
  last = { diagnoses, show, shown, filter, found }
  return found
}

/** The last result: while somebody types, only what was found so far is searched. */
let last: {
  readonly diagnoses: readonly Listed[]
  readonly show: Show
  readonly shown: readonly Listed[]
  readonly filter: string
  readonly found: readonly Listed[]
} | null = null

/** Reports whether a filter consists of plain words only, so that more characters never find more. */
const isSimple = (filter: string): boolean => !/["/:-]/.test(filter)

function haystackOf(one: Listed): string {
  const found = haystacks.get(one) ?? describe(one)
  haystacks.set(one, found)
  return found
}

const describe = (one: Listed): string =>
  [
    urlOf(one),
    valuesIn('method', one)[0] ?? '',
    typeOf(one),
    ...valuesIn('status', one),
    ...valuesIn('origin', one),
    ...evidenceOf(one),
    ...valuesIn('rule', one),
  ]
    .join('\n')
    .toLowerCase()

const urlOf = (one: Listed): string => (isRow(one) ? one.facts.url : one.verdict.exchange.url)

/** Returns the fields and values that decide a fetch. */
export const evidenceOf = (one: Listed): readonly string[] =>
  isRow(one) ? one.about.evidence : evidenceIn(one)

const evidenceIn = ({ verdict }: Diagnosis): readonly string[] =>
  [...failingChecks(verdict), ...nextFailingChecks(verdict)].flatMap((cause) =>
    cause.evidence.flatMap(({ field, value }) => [field, value ?? '']),
  )
