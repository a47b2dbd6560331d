import type { Redaction } from '../redact/redact-text.ts'
import { redactText } from '../redact/redact-text.ts'
import { capped } from '../text/capped.ts'
import type { Inline, Text } from '../text/text.ts'
import { andMore } from '../text/text.ts'
import { engineCode } from './engine-code.ts'
import type { Explanation } from './explanation.ts'
import { keptFromPage, messageWords } from './message-text.ts'
import { typeWords } from './outcome-words.ts'
import { type EngineText, type Item, type PolicyGroup, wordsOf } from './section.ts'
import type { HeaderLine, Message } from './sequence.ts'

/**
 * Returns an explanation as GitHub-flavored Markdown, for an issue for the API's team. Recorded values are in code spans
 * that they can't close. `number` is the problem's number in a list above.
 */
export function toMarkdown(explanation: Explanation, redaction: Redaction, number?: number): string {
  const say = (text: Text): string => textToMarkdown(text, redaction)
  const from = explanation.origin === null ? '' : ` from ${span(redaction.value(explanation.origin))}`
  const numbered = number === undefined ? '' : `${number}. `
  const blocks = [
    `### ${numbered}${span(`${redaction.value(explanation.method)} ${redaction.url(explanation.url)}`)}${from}`,
    `**${explanation.outcome}** · ${say(explanation.headline)}`,
    ...explanation.sections.flatMap(({ title, items }) => [
      `**${title}**`,
      ...runsOf(items).map((run) => runBlock(run, redaction, say)),
    ]),
  ]
  return `${blocks.join('\n\n')}\n`
}

/** Groups adjacent items that are drawn in the same way. */
function runsOf(items: readonly Item[]): readonly (readonly Item[])[] {
  const runs: Item[][] = []
  for (const item of items) {
    const last = runs.at(-1)
    if (last !== undefined && last[0]?.picture?.type === item.picture?.type) last.push(item)
    else runs.push([item])
  }
  return runs
}

function runBlock(run: readonly Item[], redaction: Redaction, say: (text: Text) => string): string {
  const pictures = run.flatMap(({ picture }) => (picture === null ? [] : [picture]))
  const engines = pictures.flatMap((picture) => (picture.type === 'engine' ? [picture.engine] : []))
  if (engines.length > 0) return engineTable(engines, redaction)
  if (pictures.length === 0) {
    const { shown, more } = capped(run, redaction.limits?.lines)
    return [
      ...shown.map((item) => `- ${say(wordsOf(item))}`),
      ...(more === 0 ? [] : [`- ${andMore(more)}`]),
    ].join('\n')
  }
  return pictures
    .flatMap((picture) => {
      if (picture.type === 'message') return [messageBlock(picture.message, redaction)]
      if (picture.type === 'headers') return [say(picture.group.title), headerBlock(picture.group, redaction)]
      return []
    })
    .join('\n\n')
}

function messageBlock(message: Message, redaction: Redaction): string {
  const line =
    (mark: '<' | '>') =>
    ({ name, value, guilty }: HeaderLine): string =>
      `${guilty ? '!' : ' '} ${mark} ${redaction.value(name)}: ${value === null ? messageWords.missing : redaction.header(name, value, mark === '>' ? 'request' : 'response')}`
  const lines = (all: readonly HeaderLine[], mark: '<' | '>'): readonly string[] => {
    const { shown, more } = capped(all, redaction.limits?.lines, ({ guilty }) => guilty)
    return [...shown.map(line(mark)), ...(more === 0 ? [] : [`    (${andMore(more)})`])]
  }
  const kept = keptFromPage(message)
  const status =
    message.status === null
      ? [`    (${message.sent === false ? messageWords.neverSent : messageWords.noResponse})`]
      : [
          `${message.status.guilty ? '!' : ' '} < ${message.status.code} ${redaction.value(message.status.text)}`.trimEnd(),
        ]
  return fence([
    `  ${redaction.value(message.method)} ${redaction.url(message.url)}`,
    ...lines(message.request, '>'),
    ...status,
    ...lines(message.response, '<'),
    ...(kept === null ? [] : [`    (${kept})`]),
  ])
}

function engineTable(engines: readonly EngineText[], redaction: Redaction): string {
  const rows = engines.map(
    (engine) =>
      `| ${engine.title} | ${typeWords[engine.outcome]} | ${cell(engineCode(engine))} | ${engine.message === null ? '' : cell(redaction.value(engine.message))} |`,
  )
  return ['| browser | outcome | code | console |', '|---|---|---|---|', ...rows].join('\n')
}

const headerBlock = ({ lines }: PolicyGroup, redaction: Redaction): string =>
  fence(lines.map(({ name, value }) => `${name}: ${redaction.value(value)}`))

/** Returns a sentence as markdown, secrets masked. */
export const textToMarkdown = (text: Text, redaction: Redaction): string =>
  redactText(text, redaction).map(inline).join('')

function inline(part: Inline): string {
  if (typeof part === 'string') return escapeWords(part)
  if ('code' in part) return span(part.code)
  return `[${escapeWords(part.text)}](${part.link.replace(/[()\s]/g, encodeURIComponent)})`
}

const escapeWords = (words: string): string => words.replace(/[\\`*_[\]<>|~]/g, '\\$&')

/** A code span with a longer fence than any run of backticks in it. */
function span(value: string): string {
  if (value === '') return '` `'
  const longest = longestRun(value)
  const ticks = '`'.repeat(longest + 1)
  const padded = longest > 0 ? ` ${value} ` : value
  return `${ticks}${padded.replace(/\s/g, ' ')}${ticks}`
}

/** A code span in a table, in which a pipe would end the cell. */
const cell = (value: string): string => span(value).replace(/\|/g, '\\|')

function fence(lines: readonly string[]): string {
  const longest = lines.reduce((most, line) => Math.max(most, longestRun(line)), 2)
  const ticks = '`'.repeat(longest + 1)
  return [`${ticks}http`, ...lines, ticks].join('\n')
}

/** Returns the length of the longest run of backticks. */
function longestRun(value: string): number {
  let longest = 0
  for (const [run] of value.matchAll(/`+/g)) longest = Math.max(longest, run.length)
  return longest
}
