import {
  type Diagnosis,
  type Examined,
  explanationOf,
  failingChecks,
  originOf,
  outcomeOf,
  plain,
  type Redaction,
  redactText,
  type Text,
  wordsOf,
} from '../internal.ts'
import { xml } from './xml.ts'

/**
 * Yields the cross-origin requests of recordings as JUnit XML: a suite for each recording and a test case for each method
 * and URL, failed if the browser blocked it and skipped if the recording leaves that open. CI servers read only these
 * elements.
 * https://github.com/testmoapp/junitxml
 */
export function* junitPieces(
  examined: readonly Examined[],
  { redaction }: { readonly redaction: Redaction },
): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="whycors">\n'
  for (const { recording, diagnoses } of examined) {
    const cases = [...casesOf(diagnoses, redaction).values()]
    const count = (outcome: 'blocked' | 'unclear'): number =>
      cases.filter(({ example }) => outcomeOf(example) === outcome).length
    yield `  <testsuite name="${xml(redaction.value(recording.name))}" tests="${cases.length}" failures="${count('blocked')}" errors="0" skipped="${count('unclear')}">\n`
    for (const one of cases) yield caseOf(one, redaction)
    yield '  </testsuite>\n'
  }
  yield '</testsuites>\n'
}

/** The requests with one method and URL. */
interface Case {
  readonly name: string
  readonly api: string
  /** The first one, or the first that wasn't allowed, blocked before unclear. */
  readonly example: Diagnosis
}

function casesOf(diagnoses: readonly Diagnosis[], redaction: Redaction): ReadonlyMap<string, Case> {
  const cases = new Map<string, Case>()
  for (const diagnosis of diagnoses) {
    const { type, exchange } = diagnosis.verdict
    if (type === 'not-cors') continue
    const url = redaction.url(exchange.url).replace(/[?#].*$/s, '')
    const name = `${redaction.value(exchange.method)} ${url}`
    const known = cases.get(name)
    const isWorse = known === undefined || RANK[outcomeOf(diagnosis)] > RANK[outcomeOf(known.example)]
    if (isWorse) cases.set(name, { name, api: redaction.value(originOf(exchange.url)), example: diagnosis })
  }
  return cases
}

const RANK = { allowed: 0, unclear: 1, blocked: 2 } as const

function caseOf({ name, api, example }: Case, redaction: Redaction): string {
  const say = (words: Text): string => plain(redactText(words, redaction), (value) => value)
  const start = `    <testcase classname="${xml(api)}" name="${xml(name)}"`
  const outcome = outcomeOf(example)
  if (outcome === 'allowed') return `${start}/>\n`
  const { headline, sections } = explanationOf(example)
  const message = xml(say(headline))
  if (outcome === 'unclear') return `${start}>\n      <skipped message="${message}"/>\n    </testcase>\n`
  const [check] = failingChecks(example.verdict)
  const words = sections
    .flatMap(({ title, items }) => [title, ...items.map((item) => `- ${say(wordsOf(item))}`), ''])
    .join('\n')
  return `${start}>\n      <failure type="${xml(check?.finding.rule.id ?? 'blocked')}" message="${message}">${xml(words.trimEnd(), 'text')}</failure>\n    </testcase>\n`
}
