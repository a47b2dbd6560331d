import {
  type Diagnosis,
  type Examined,
  limited,
  type RecordingRedaction,
  reportLines,
  reportPieces,
  toBriefReport,
  version,
} from '../internal.ts'
import { annotationLines } from './annotation-lines.ts'
import { briefPieces } from './brief-pieces.ts'
import type { Io } from './io.ts'
import { junitPieces } from './junit-pieces.ts'
import { markdownReport } from './markdown-report.ts'
import { nextSteps } from './next-steps.ts'
import { type Listing, type NumberedProblem, numberedProblems } from './numbered-problems.ts'
import type { Options } from './options.ts'
import { printBugs } from './print-bugs.ts'
import { makeStyle } from './style.ts'
import { textReport } from './text-report.ts'

/** What is printed, and where to. */
export interface Printing {
  readonly options: Options
  readonly io: Io
  readonly redaction: RecordingRedaction
  readonly listing: Listing
  /** Whether a summary and the list of problems come first. */
  readonly listed?: boolean
}

/**
 * Prints the report of recordings in the format that the options name. Returns the requests that it's about, or null if
 * the options name a problem that doesn't exist; that is printed then.
 */
export async function printReport(
  examined: readonly Examined[],
  { options, io, redaction, listing, listed = true }: Printing,
): Promise<readonly Diagnosis[] | null> {
  const all = numberedProblems(examined, listing)
  const problems = chosenOf(all, options)
  if (typeof problems === 'string') {
    io.err(`whycors: ${problems}\n`)
    return null
  }
  const blocks = !options.brief
  const list = options.brief || (listed && options.problems.length === 0)
  const shown = new Set(problems.flatMap(({ problem }) => problem.all))
  // Programs read all of it, people what can be read.
  const readable = options.full ? redaction : limited(redaction)
  const report = { version, redaction, includes: listing.includes }
  const chosen =
    options.problems.length === 0
      ? examined
      : examined.map((one) => ({ ...one, diagnoses: one.diagnoses.filter((each) => shown.has(each)) }))
  switch (options.format) {
    case 'text': {
      const [style, { width, listWidth }] = [makeStyle(io.color), io]
      const drawn = { style, redaction: readable, width, listWidth, ...listing }
      io.out(textReport(examined, problems, { list, blocks }, nextSteps(problems, options, drawn), drawn))
      break
    }
    case 'markdown':
      io.out(markdownReport(examined, problems, { list, blocks }, { redaction: readable, ...listing }))
      break
    case 'json':
    case 'ndjson':
      if (options.brief) {
        for (const piece of briefPieces(toBriefReport(examined, problems, report), options.format))
          await io.out(piece)
        break
      }
      for (const piece of (options.format === 'json' ? reportPieces : reportLines)(chosen, report))
        await io.out(piece)
      break
    case 'sarif':
      for (const piece of (await import('./sarif-pieces.ts')).sarifPieces(chosen, {
        ...report,
        redaction: readable,
      }))
        await io.out(piece)
      break
    case 'junit':
      for (const piece of junitPieces(chosen, { redaction: readable })) await io.out(piece)
      break
    case 'github':
      for (const line of annotationLines(problems, readable)) await io.out(`${line}\n`)
      break
  }
  const [first] = examined
  const diagnoses =
    first !== undefined && examined.length === 1 ? first.diagnoses : examined.flatMap((one) => one.diagnoses)
  printBugs(diagnoses, redaction, io)
  return options.problems.length === 0 ? diagnoses : [...shown]
}

/** Returns the problems with the wanted numbers, or what is wrong with a number. */
function chosenOf(
  problems: readonly NumberedProblem[],
  { problems: wanted }: Options,
): readonly NumberedProblem[] | string {
  const missing = wanted.find((number) => number > problems.length)
  if (missing === undefined)
    return wanted.length === 0 ? problems : problems.filter(({ number }) => wanted.includes(number))
  return problems.length === 0
    ? `there is no problem ${missing}; nothing was blocked`
    : `there is no problem ${missing}; the numbers go from 1 to ${problems.length}`
}
