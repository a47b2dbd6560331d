import type { CorsPolicy } from '../fix/policy/policy.ts'
import { policyLines } from '../fix/policy/policy-lines.ts'
import type { Redaction } from '../redact/redact-text.ts'
import { redactText } from '../redact/redact-text.ts'
import type { Inline, Text } from '../text/text.ts'
import { engineCode } from './engine-code.ts'
import type { Explanation } from './explanation.ts'
import type { HeaderLine, Message } from './sequence.ts'

/**
 * Returns an explanation as GitHub-flavoured markdown, for an issue to the team of the API. Values of the
 * recording stand in code spans that nothing in them can close.
 */
export function toMarkdown(explanation: Explanation, redaction: Redaction): string {
  const say = (text: Text): string => redactText(text, redaction).map(inline).join('')
  const { causes, alsoFailing, rootCauses, cautions, plan } = explanation
  const from = explanation.origin === null ? '' : ` from ${span(redaction.value(explanation.origin))}`
  const blocks: (string | null)[] = [
    `### ${span(`${redaction.value(explanation.method)} ${redaction.url(explanation.url)}`)}${from}`,
    `**${explanation.type}** · ${say(explanation.headline)}`,
    ...causes.map(({ summary, detail, assumption, step }, i) =>
      paragraph(
        i === 0 ? null : say(summary),
        say(detail),
        assumption === null ? null : `_${say(assumption)}_`,
        `Decided by [${step.algorithm}](${step.url}).`,
      ),
    ),
    explanation.sequence.map((message) => exchangeBlock(message, redaction)).join('\n\n'),
    section(
      'Would fail next',
      alsoFailing.map(({ summary, assumption }) =>
        assumption === null ? say(summary) : `${say(summary)} ${say(assumption)}`,
      ),
    ),
    section(
      'Likely because',
      rootCauses.map(
        ({ confidence, summary, detail }) => `${say(summary)} ${say(detail)} (confidence: ${confidence})`,
      ),
    ),
    explanation.preflight === null
      ? null
      : paragraph(
          say(explanation.preflight.why),
          explanation.preflight.avoid === null ? null : say(explanation.preflight.avoid),
        ),
    section('Not known', explanation.unknown.map(say)),
    causes.length === 0 ? null : engineTable(explanation, redaction),
    section(
      'Also',
      cautions.map(({ summary, detail }) => `${say(summary)} ${say(detail)}`),
    ),
    plan === null
      ? null
      : planBlock(
          plan.policy,
          [
            ...plan.required.map(say),
            say(plan.why),
            ...plan.alternatives.map(say),
            ...plan.frameworks
              .slice(0, 1)
              .flatMap(({ confidence, why }) => (confidence === 'low' ? [] : [say(why)])),
          ],
          redaction,
        ),
  ]
  return `${blocks.filter((block) => block !== null && block !== '').join('\n\n')}\n`
}

const paragraph = (...sentences: readonly (string | null)[]): string =>
  sentences.filter((sentence) => sentence !== null).join(' ')

const section = (title: string, items: readonly string[]): string | null =>
  items.length === 0 ? null : `**${title}**\n\n${items.map((item) => `- ${item}`).join('\n')}`

function exchangeBlock(message: Message, redaction: Redaction): string {
  const line =
    (mark: string) =>
    ({ name, value, guilty }: HeaderLine): string =>
      `${guilty ? '!' : ' '} ${mark} ${redaction.value(name)}: ${value === null ? '(missing)' : redaction.header(name, value)}`
  const status =
    message.status === null
      ? [message.sent === false ? '    (never sent)' : '    (no answer recorded)']
      : [
          `${message.status.guilty ? '!' : ' '} < ${message.status.code} ${redaction.value(message.status.text)}`.trimEnd(),
        ]
  return fence([
    `  ${redaction.value(message.method)} ${redaction.url(message.url)}`,
    ...message.request.map(line('>')),
    ...status,
    ...message.response.map(line('<')),
  ])
}

function engineTable({ engines }: Explanation, redaction: Redaction): string {
  const rows = engines.map(
    (engine) =>
      `| ${engine.title} | ${engine.outcome} | ${span(engineCode(engine))} | ${engine.message === null ? '' : span(redaction.value(engine.message))} |`,
  )
  return ['| browser | outcome | code | console |', '|---|---|---|---|', ...rows].join('\n')
}

function planBlock(policy: CorsPolicy | null, sentences: readonly string[], redaction: Redaction): string {
  const lines = policy === null ? [] : policyLines(policy)
  const group = (title: string, preflightOnly: boolean): string[] => {
    const group = lines.filter((line) => line.preflightOnly === preflightOnly)
    return group.length === 0
      ? []
      : [title, fence(group.map(({ name, value }) => `${name}: ${redaction.value(value)}`))]
  }
  return [
    '**Fix**',
    ...group('On every response, errors included:', false),
    ...group('And in the answer to OPTIONS (204, before any login):', true),
    sentences.join(' '),
  ].join('\n\n')
}

function inline(part: Inline): string {
  if (typeof part === 'string') return escapeWords(part)
  if ('code' in part) return span(part.code)
  return `[${escapeWords(part.text)}](${part.link.replace(/[()\s]/g, encodeURIComponent)})`
}

const escapeWords = (words: string): string => words.replace(/[\\`*_[\]<>|~]/g, '\\$&')

/** A code span with a fence longer than any run of backticks in it; a pipe would end a table's cell. */
function span(value: string): string {
  if (value === '') return '` `'
  const longest = Math.max(0, ...[...value.matchAll(/`+/g)].map(([run]) => run.length))
  const ticks = '`'.repeat(longest + 1)
  const padded = longest > 0 ? ` ${value} ` : value
  return `${ticks}${padded.replace(/\|/g, '\\|').replace(/\s/g, ' ')}${ticks}`
}

function fence(lines: readonly string[]): string {
  const longest = Math.max(
    2,
    ...lines.flatMap((line) => [...line.matchAll(/`+/g)].map(([run]) => run.length)),
  )
  const ticks = '`'.repeat(longest + 1)
  return [`${ticks}http`, ...lines, ticks].join('\n')
}
