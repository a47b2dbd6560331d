import type { Redaction } from '../redact/redact-text.ts'
import { plural } from '../text/plural.ts'
import { code, type Text, text } from '../text/text.ts'
import { textToMarkdown } from './markdown.ts'
import { problemLine } from './problem-line.ts'
import type { Problem } from './problems.ts'

/** Returns a problem as an item of a numbered Markdown list. `differs` distinguishes it from one that reads the same. */
export function problemItem(
  number: number,
  problem: Problem,
  redaction: Redaction,
  differs: Text = [],
): string {
  const { method, url, reason, count } = problemLine(problem)
  const times = count === 1 ? text`` : text` (${plural(count, 'request', 'requests')})`
  const request = `${method} ${redaction.url(url).replace(/[?#].*$/s, '')}`
  return `${number}. ${textToMarkdown(text`${code(request)}: ${reason}${differs.length === 0 ? '' : text` (${differs})`}${times}`, redaction)}`
}
