import {
  ChecksError,
  checkReport,
  checkRows,
  checksHead,
  checksReport,
  type EngineId,
  limited,
  plural,
  type RowResult,
  readChecks,
  redactionFor,
  type Send,
  version,
} from '../../internal.ts'
import { type ExitCode, unlessBugs } from '../exit-code.ts'
import { inputError } from '../input-error.ts'
import type { Io } from '../io.ts'
import type { Format } from '../options.ts'
import { printBugs } from '../print-bugs.ts'
import { makeStyle } from '../style.ts'
import { checksAnnotations } from './checks-annotations.ts'
import { checksJunit } from './checks-junit.ts'
import { checksMarkdown } from './checks-markdown.ts'
import { checksSarif } from './checks-sarif.ts'
import { checksText } from './checks-text.ts'

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
  readonly brief: boolean
  readonly full: boolean
  readonly showSecrets: boolean
}

/** Makes the checks of a list and prints what differs from what the list expects. */
export async function checksCommand(settings: ChecksSettings, send: Send, io: Io): Promise<ExitCode> {
  const { file: path, origin, engine, format, showSecrets } = settings
  const redaction = redactionFor(showSecrets)
  const file = path === '-' ? 'standard input' : path
  const wrong = (reason: string): ExitCode => {
    io.err(`whycors: ${redaction.value(file)}${reason}\n`)
    return 2
  }
  let results: readonly RowResult[]
  try {
    const rows = readChecks(await textOf(io.read(path)), { origin, engine })
    results = await checkRows(rows, {
      ...settings,
      send,
      redaction,
      onDone: (done) => io.progress?.show(`${done} of ${plural(rows.length, 'check', 'checks')}`),
    })
  } catch (error) {
    if (error instanceof ChecksError && error.place === null) return wrong(`: ${error.reason}`)
    if (error instanceof ChecksError)
      return wrong(`:${error.place?.line}:${error.place?.column}: ${error.reason}`)
    if (error instanceof Error && 'code' in error) {
      io.err(`whycors: ${inputError(error, redaction.value(file))}\n`)
      return 2
    }
    throw error
  } finally {
    io.progress?.clear()
  }
  const readable = settings.full ? redaction : limited(redaction)
  switch (format) {
    case 'text': {
      const drawn = {
        style: makeStyle(io.color),
        redaction: readable,
        width: io.width,
        listWidth: io.listWidth,
      }
      const listing = { includes: () => true, folds: () => false }
      await io.out(checksText(file, results, settings, { ...drawn, ...listing }))
      break
    }
    case 'markdown':
      await io.out(checksMarkdown(file, results, { brief: settings.brief, redaction: readable }))
      break
    case 'json':
      await io.out(`${JSON.stringify(checksReport(results, { file, version, redaction }), null, 2)}\n`)
      break
    case 'ndjson':
      for (const one of results) await io.out(`${JSON.stringify(checkReport(one, redaction))}\n`)
      await io.out(`${JSON.stringify(checksHead(results, { file, version, redaction }))}\n`)
      break
    case 'sarif':
      await io.out(checksSarif(file, results, { version, redaction: readable }))
      break
    case 'junit':
      for (const piece of checksJunit(file, results, readable)) await io.out(piece)
      break
    case 'github':
      for (const line of checksAnnotations(file, results, readable)) await io.out(`${line}\n`)
      break
  }
  const diagnoses = results.flatMap(({ diagnosis }) => diagnosis ?? [])
  printBugs(diagnoses, redaction, io)
  return unlessBugs(diagnoses, results.every(({ asExpected }) => asExpected) ? 0 : 1)
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
