import type { BriefReport } from '../internal.ts'

/** Yields a brief report as JSON with one problem per line, or as lines of JSON whose last one is the rest. */
export function* briefPieces(
  { problems, ...head }: BriefReport,
  format: 'json' | 'ndjson',
): Generator<string> {
  const lines = problems.map((problem) => JSON.stringify(problem))
  if (format === 'ndjson') {
    for (const line of lines) yield `${line}\n`
    yield `${JSON.stringify(head)}\n`
    return
  }
  yield `${JSON.stringify(head, null, 2).slice(0, -'\n}'.length)},\n  "problems": [`
  for (const [i, line] of lines.entries()) yield `${i === 0 ? '' : ','}\n    ${line}`
  yield `${lines.length === 0 ? '' : '\n  '}]\n}\n`
}
