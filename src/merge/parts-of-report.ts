import type { ExchangeReport, Report } from '../report/report.ts'
import { type Line, linesOf } from './lines-of.ts'
import { MergeError } from './merge-error.ts'
import { readPolicy } from './read-policy.ts'
import { isObject, listIn, stringIn } from './untrusted.ts'

/** What a report has beside its fetches. */
export type ReportEnd = Omit<Report, 'exchanges'>

/** A part of a report: a fetch, or what belongs to all those before it. */
export type ReportPart =
  | { readonly type: 'exchange'; readonly exchange: ExchangeReport; readonly line: number }
  | { readonly type: 'end'; readonly end: ReportEnd; readonly line: number }

/**
 * Yields the parts of reports: of NDJSON, which may hold several of them, line by line; of a JSON report, which has to be
 * whole. Of a fetch only what is needed to merge it is checked.
 * @throws {MergeError}
 */
export async function* partsOfReport(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<ReportPart> {
  const lines = linesOf(bytes)
  const { value: first, done } = await lines.next()
  if (done === true) throw new MergeError(1, 'the file is empty')
  let last: Line = first
  let isEnded = false
  const value = parsed(first.text)
  if (value === undefined) {
    yield* partsOf(parsedWhole(await wholeText(first, lines)), first.number)
    return
  }
  for (const part of partsOf(value, first.number)) {
    isEnded = part.type === 'end'
    yield part
  }
  for await (const line of lines) {
    last = line
    const value = parsed(line.text)
    if (value === undefined) throw new MergeError(line.number, 'not a line of JSON')
    for (const part of partsOf(value, line.number)) {
      isEnded = part.type === 'end'
      yield part
    }
  }
  if (!isEnded)
    throw new MergeError(
      last.number,
      'the last line, which names the recordings, is missing; was it cut off?',
    )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Longer texts don't fit into one string. */
const LONGEST = 2 ** 29 - 2 ** 16

async function wholeText(first: Line, lines: AsyncIterable<Line>): Promise<string> {
  const parts = [first.text]
  let length = first.text.length
  for await (const { number, text } of lines) {
    length += text.length + 1
    if (length > LONGEST)
      throw new MergeError(number, 'too large for one JSON document; make the reports with --format ndjson')
    parts.push(text)
  }
  return parts.join('\n')
}

function parsedWhole(text: string): unknown {
  const value = parsed(text)
  if (value === undefined) throw new MergeError(1, 'neither a JSON report nor a line of NDJSON')
  return value
}

function* partsOf(value: unknown, line: number): Generator<ReportPart> {
  if (!isObject(value)) throw new MergeError(line, 'not an object of a whycors report')
  if ('problems' in value) throw new MergeError(line, 'a brief report; make it without --brief')
  if ('verdict' in value) return yield { type: 'exchange', exchange: checkedExchange(value, line), line }
  if ('exchanges' in value)
    for (const exchange of listIn(value, 'exchanges'))
      yield { type: 'exchange', exchange: checkedExchange(exchange, line), line }
  yield { type: 'end', end: checkedEnd(value, line), line }
}

function checkedExchange(value: unknown, line: number): ExchangeReport {
  const isWhole =
    isObject(value) &&
    Number.isSafeInteger(value['file']) &&
    ['url', 'method', 'verdict', 'headline'].every((name) => stringIn(value, name) !== null) &&
    isObject(value['entries'])
  if (!isWhole) throw new MergeError(line, 'not a fetch as whycors explain --format ndjson prints it')
  return value as unknown as ExchangeReport
}

function checkedEnd(value: Readonly<Record<string, unknown>>, line: number): ReportEnd {
  const { exchanges: _, ...end } = value
  if (!Array.isArray(value['sources']) || value['tool'] === undefined)
    throw new MergeError(line, 'not a whycors report')
  if (value['format'] !== 1) throw new MergeError(line, 'a report of another version of whycors')
  const policies = listIn(value, 'policies').map((policy) => readPolicy(policy, line))
  return {
    ...(end as unknown as ReportEnd),
    policies,
    skipped: listIn(value, 'skipped') as Report['skipped'],
  }
}
