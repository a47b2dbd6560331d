import { checkRows } from '../../checks/check-rows.ts'
import { ChecksError } from '../../checks/checks-error.ts'
import type { RowResult } from '../../checks/row-result.ts'
import { rowsIn } from '../../checks/rows-in.ts'
import { type EngineId, plural, redactionFor, type Send } from '../../internal.ts'
import { type ExitCode, unlessBugs } from '../exit-code.ts'
import type { Format } from '../format.ts'
import { inputError } from '../input-error.ts'
import type { Io } from '../io.ts'
import { printBugs } from '../print-bugs.ts'
import { makeStyle } from '../style.ts'
import { checksPieces } from './checks-pieces.ts'
import type { WrittenFile } from './written-file.ts'

/** What the command line says of a list of checks. */
export interface ChecksSettings {
  /** The list; "-" is standard input. */
  readonly file: string
  /** For checks that name none. */
  readonly origin: string | null
  readonly engine: EngineId | null
  /** How many checks are made at the same time. */
  readonly concurrency: number
  /** Milliseconds for each check. */
  readonly timeout: number
  readonly insecure: boolean
  /** Whether requests that may change something are sent. */
  readonly sendsChanges: boolean
  readonly preflightOnly: boolean
  readonly format: Format
  /** Files to write as well, each in a format: a server is called once for all of them. */
  readonly writes: readonly WrittenFile[]
  readonly brief: boolean
  readonly full: boolean
  readonly showSecrets: boolean
}

/** Makes the checks of a list and prints what differs from what the list expects. */
export async function checksCommand(settings: ChecksSettings, send: Send, io: Io): Promise<ExitCode> {
  const { origin, engine, format, writes, brief, full } = settings
  const redaction = redactionFor(settings.showSecrets)
  const file = settings.file === '-' ? 'standard input' : settings.file
  let results: readonly RowResult[]
  try {
    const rows = rowsIn(await textOf(io.read(settings.file)), { origin, engine })
    results = await checkRows(rows, {
      ...settings,
      send,
      redaction,
      onDone: (done) => io.progress?.show(`${done} of ${plural(rows.length, 'check', 'checks')}`),
    })
  } catch (error) {
    io.err(`whycors: ${wordsOf(error, redaction.value(file))}\n`)
    return 2
  } finally {
    io.progress?.clear()
  }
  const shown = { file, redaction, brief, full }
  const { width, listWidth } = io
  for (const piece of checksPieces(format, results, {
    ...shown,
    style: makeStyle(io.color),
    width,
    listWidth,
  }))
    await io.out(piece)
  for (const one of writes)
    try {
      const plain = { style: makeStyle(false), width: 100, listWidth: 120 }
      await io.write?.(one.path, [...checksPieces(one.format, results, { ...shown, ...plain })].join(''))
    } catch (error) {
      const why = error instanceof Error && 'code' in error ? String(error.code) : String(error)
      io.err(`whycors: ${redaction.value(one.path)}: can't be written (${why})\n`)
      return 2
    }
  const diagnoses = results.flatMap(({ diagnosis }) => diagnosis ?? [])
  printBugs(diagnoses, redaction, io)
  return unlessBugs(diagnoses, results.every(({ asExpected }) => asExpected) ? 0 : 1)
}

/** What is wrong with a file, in one line; what isn't about the file is thrown on. */
function wordsOf(error: unknown, path: string): string {
  if (error instanceof ChecksError) {
    const { place, reason } = error
    return place === null ? `${path}: ${reason}` : `${path}:${place.line}:${place.column}: ${reason}`
  }
  if (error instanceof Error && 'code' in error) return inputError(error, path)
  throw error
}

/** More than any list of checks that is read. */
const MOST_BYTES = 4_000_000

/** Returns the text of a file; no more of it than a list of checks can have. */
async function textOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.length
    text += decoder.decode(chunk, { stream: true })
    if (bytes > MOST_BYTES) break
  }
  return text + decoder.decode()
}
