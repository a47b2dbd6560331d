import { checkReport, checksHead, checksReport } from '../../checks/checks-report.ts'
import type { RowResult } from '../../checks/row-result.ts'
import { limited, type Redaction, version } from '../../internal.ts'
import type { Format } from '../format.ts'
import type { Style } from '../style.ts'
import { checksAnnotations } from './checks-annotations.ts'
import { checksJunit } from './checks-junit.ts'
import { checksMarkdown } from './checks-markdown.ts'
import { checksSarif } from './checks-sarif.ts'
import { checksText } from './checks-text.ts'

/** How the results of a list of checks are shown. */
export interface ChecksPiecesOptions {
  readonly file: string
  readonly redaction: Redaction
  /** Only the list, without explanations. */
  readonly brief: boolean
  /** Long values and lists whole. */
  readonly full: boolean
  readonly style: Style
  readonly width: number
  readonly listWidth: number
}

/** Yields the results of a list of checks in a format. */
export function* checksPieces(
  format: Format,
  results: readonly RowResult[],
  { file, redaction, brief, full, ...drawn }: ChecksPiecesOptions,
): Generator<string> {
  // Programs read all of it, people what can be read.
  const readable = full ? redaction : limited(redaction)
  const report = { file, version, redaction }
  switch (format) {
    case 'text': {
      const listing = { includes: () => true, folds: () => false }
      yield checksText(file, results, { brief }, { ...drawn, ...listing, redaction: readable })
      break
    }
    case 'markdown':
      yield checksMarkdown(file, results, { brief, redaction: readable })
      break
    case 'json':
      yield `${JSON.stringify(checksReport(results, report), null, 2)}\n`
      break
    case 'ndjson':
      for (const one of results) yield `${JSON.stringify(checkReport(one, redaction))}\n`
      yield `${JSON.stringify(checksHead(results, report))}\n`
      break
    case 'sarif':
      yield checksSarif(file, results, { version, redaction: readable })
      break
    case 'junit':
      yield* checksJunit(file, results, readable)
      break
    case 'github':
      for (const line of checksAnnotations(file, results, readable)) yield `${line}\n`
      break
  }
}
