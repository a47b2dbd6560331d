import type { Diagnosis } from '../diagnose.ts'
import { originOf } from '../fetch/origin.ts'
import { parseUrl } from '../parse-url.ts'
import { code, type Text, text } from '../text/text.ts'
import { failingChecks, nextFailingChecks } from '../verdict/failing-checks.ts'

/** What a fetch has in common with others of its kind that distinguishes it from the rest; each is a few words, or nothing. */
export type CommonDifferences = readonly [page: Text, place: Text, certainty: Text, ...others: Text[]]

/** What else distinguishes a fetch. */
export interface OwnDifferences {
  readonly url: string
  readonly method: string
  /** Null: there is no response. */
  readonly status: number | null
}

/**
 * Returns what distinguishes a fetch from others whose lines read the same, the most useful first: where it went, who sent
 * it, which response was wrong and how. Each is a few words, or nothing.
 */
export const differencesOf = (diagnosis: Diagnosis): readonly Text[] => {
  const { url, method } = diagnosis.verdict.exchange
  return allDifferences(commonDifferencesOf(diagnosis), { url, method, status: statusOf(diagnosis) })
}

/** Returns the same from its two parts. */
export const allDifferences = (
  [page, place, certainty, ...others]: CommonDifferences,
  { url, method, status }: OwnDifferences,
): readonly Text[] => [
  valued(parseUrl(url)?.host ?? ''),
  page,
  place,
  status === null ? text`without a response` : text`status ${status}`,
  certainty,
  valued(method),
  ...others,
  // Without what differs from request to request.
  valued(parseUrl(url)?.pathname ?? ''),
  valued(originOf(url)),
]

/** How many differences a fetch has, those that say nothing included. */
export const KINDS_OF_DIFFERENCES = 14

export function commonDifferencesOf(diagnosis: Diagnosis): CommonDifferences {
  const { verdict, rootCauses } = diagnosis
  const { facts, observed } = verdict.exchange
  const [check] = failingChecks(verdict)
  const [next] = nextFailingChecks(verdict)
  const [decisive] = check?.evidence ?? []
  const [cause] = rootCauses
  const { credentialsMode, mode } = facts
  const isUnexplained = verdict.type === 'unexplained'
  return [
    pageOf(diagnosis),
    check === undefined
      ? NOTHING
      : text`in the ${check.phase === 'preflight' ? 'preflight' : 'actual'} response${check.hop === 0 ? '' : ` after redirect ${check.hop}`}`,
    check === undefined
      ? NOTHING
      : Object.keys(check.assuming).length > 0
        ? text`depending on the request`
        : text`in any case`,
    credentialsMode.known
      ? credentialsMode.value === 'include'
        ? text`with credentials`
        : text`without credentials`
      : text`credentials mode not recorded`,
    mode.known ? text`mode "${mode.value}"` : text`mode not recorded`,
    isUnexplained ? valued(observed.source?.value ?? '') : NOTHING,
    isUnexplained && cause !== undefined ? withoutPeriod(cause.brief) : NOTHING,
    decisive?.value == null ? NOTHING : text`value ${code(decisive.value)}`,
    next === undefined ? NOTHING : text`then ${next.finding.rule.brief(next.finding.args)}`,
  ]
}

const NOTHING: Text = []

const valued = (value: string): Text => (value === '' ? NOTHING : [code(value)])

/** A cause that is only likely has a sentence, not a few words. */
const withoutPeriod = (words: Text): Text =>
  words.map((part, i) =>
    typeof part === 'string' && i === words.length - 1 ? part.replace(/\.$/, '') : part,
  )

function pageOf({ verdict }: Diagnosis): Text {
  const { origin } = verdict.exchange.facts
  const [only, ...others] = origin.known ? [origin.value] : origin.candidates
  return only !== undefined && others.length === 0 ? text`from ${code(only)}` : text`from an unknown origin`
}

/** The status of the response in which the first check fails; else of the last one. */
function statusOf({ verdict }: Diagnosis): number | null {
  const { chain } = verdict.exchange
  const [check] = failingChecks(verdict)
  const hop = check === undefined ? chain.at(-1) : chain[check.hop]
  const entry =
    check?.phase === 'preflight' && hop?.preflight ? hop.preflight : (hop?.actual ?? hop?.preflight)
  return entry?.response.status || null
}
