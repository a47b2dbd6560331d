import {
  type Diagnosis,
  diagnose,
  type Examined,
  type HarEntry,
  type Recording,
  type Redaction,
  readHar,
  redacting,
  type SkippedEntry,
  showingSecrets,
  toReport,
  version,
} from '../index.ts'
import { type ExitCode, exitCodeOf } from './exit-code.ts'
import { inputError } from './input-error.ts'
import type { Io } from './io.ts'
import { markdownReport } from './markdown-report.ts'
import type { Options } from './options.ts'
import { sarifReport } from './sarif-report.ts'
import { makeStyle } from './style.ts'
import { textReport } from './text-report.ts'

/** Explains recordings: reads each file, judges every cross-origin fetch and prints the report. */
export async function explainCommand(options: Options, io: Io): Promise<ExitCode> {
  const redaction = options.showSecrets ? showingSecrets : redacting
  const examined: Examined[] = []
  for (const [file, path] of options.operands.entries()) {
    try {
      examined.push(await examine(io.read(path), file, path, options, redaction))
    } catch (error) {
      io.err(`whycors: ${inputError(error, path)}\n`)
      return 2
    }
  }
  const includes = (diagnosis: Diagnosis): boolean => isListed(diagnosis, options)
  switch (options.format) {
    case 'text':
      io.out(textReport(examined, { style: makeStyle(io.colour), redaction, width: io.width, includes }))
      break
    case 'markdown':
      io.out(markdownReport(examined, { redaction, includes }))
      break
    case 'json':
      io.out(`${JSON.stringify(toReport(examined, { version, redaction, includes }), null, 2)}\n`)
      break
    case 'sarif':
      io.out(
        `${JSON.stringify(sarifReport(toReport(examined, { version, redaction, includes })), null, 2)}\n`,
      )
      break
  }
  return exitCodeOf(examined.flatMap(({ diagnoses }) => diagnoses))
}

async function examine(
  bytes: AsyncIterable<Uint8Array>,
  file: number,
  path: string,
  { engine, origin }: Options,
  redaction: Redaction,
): Promise<Examined> {
  const entries: HarEntry[] = []
  const skipped: SkippedEntry[] = []
  let recording: Recording | null = null
  for await (const item of readHar(bytes, file, path === '-' ? 'standard input' : path)) {
    if (item.type === 'entry') entries.push(item.entry)
    else if (item.type === 'skipped') skipped.push(item.skipped)
    else recording = item.recording
  }
  if (recording === null) throw new Error('the recording says nothing of itself')
  const diagnoses = diagnose(recording, entries, { engine, show: redaction.value })
  const chosen =
    origin === null
      ? diagnoses
      : diagnoses.filter(({ verdict }) => verdict.exchange.chain.some((hop) => originOfHop(hop) === origin))
  return { recording, entries: entries.length + skipped.length, diagnoses: chosen, skipped }
}

function originOfHop(hop: Diagnosis['verdict']['exchange']['chain'][number]): string | null {
  const url = hop.actual?.request.url ?? hop.preflight?.request.url
  return url === undefined || !URL.canParse(url) ? null : new URL(url).origin
}

/** Without --all: what is blocked, may be, or failed without explanation. With it: every cross-origin fetch. */
function isListed({ verdict }: Diagnosis, { all }: Options): boolean {
  const { type, notCors } = verdict
  if (type === 'blocked' || type === 'depends' || type === 'unexplained') return true
  return all && (notCors === null || notCors === 'no-cors' || notCors === 'service worker')
}
