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
 * Yields the problems as annotations of a GitHub Actions job: an error for what was blocked, a warning for the rest. Nothing
 * of a recording can end a line or begin a command of its own.
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
    yield `::${level} file=${property(redaction.value(examined.recording.name))},line=1,title=${property(title)}::${data(`${say(headline(verdict))}${advice} (${where}${count})`)}`
  }
}

const data = (words: string): string =>
  words.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const property = (words: string): string => data(words).replaceAll(':', '%3A').replaceAll(',', '%2C')
