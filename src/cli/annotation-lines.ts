import {
  entryOf,
  failingChecks,
  headline,
  plain,
  type Redaction,
  redactText,
  type Text,
} from '../internal.ts'
import type { NumberedProblem } from './numbered-problems.ts'

/**
 * Yields the problems as annotations of a GitHub Actions job: an error for blocked requests, a warning for the rest.
 * Recorded values can't end a line or begin a command.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function* annotationLines(
  problems: readonly NumberedProblem[],
  redaction: Redaction,
): Generator<string> {
  const say = (words: Text): string => plain(redactText(words, redaction), (value) => value)
  for (const { problem, examined } of problems) {
    const { verdict } = problem.example
    const { exchange } = verdict
    const [check] = failingChecks(verdict)
    const level = verdict.type === 'blocked' ? 'error' : 'warning'
    const title = `${redaction.value(exchange.method)} ${redaction.url(exchange.url).replace(/[?#].*$/s, '')}`
    const advice = check === undefined ? '' : ` ${say(check.finding.rule.detail(check.finding.args))}`
    const where = `log.entries[${entryOf(exchange.chain[0]).index}]`
    const count = problem.all.length === 1 ? '' : `, ${problem.all.length} requests`
    yield annotation(level, {
      file: redaction.value(examined.recording.name),
      line: 1,
      title,
      message: `${say(headline(verdict))}${advice} (${where}${count})`,
    })
  }
}

/** What an annotation is about, and what it says. */
interface Annotation {
  readonly file: string
  readonly line: number
  readonly title: string
  readonly message: string
}

/** Returns one annotation. */
export const annotation = (level: 'error' | 'warning', { file, line, title, message }: Annotation): string =>
  `::${level} file=${property(file)},line=${line},title=${property(title)}::${data(message)}`

const data = (words: string): string =>
  words.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const property = (words: string): string => data(words).replaceAll(':', '%3A').replaceAll(',', '%2C')
