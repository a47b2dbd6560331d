import type { Redaction } from '../redact/redact-text.ts'
import { plural } from '../text/plural.ts'
import { code, text } from '../text/text.ts'
import { textToMarkdown } from './markdown.ts'
import { problemLine } from './problem-line.ts'
import type { Problem } from './problems.ts'

/** Returns a problem as an item of a numbered Markdown list. */
export function problemItem(number: number, problem: Problem, redaction: Redaction): string {
  const { method, url, reason, count } = problemLine(problem)
  const times = count === 1 ? text`` : text` (${plural(count, 'request', 'requests')})`
  const request = `${method} ${redaction.url(url).replace(/[?#].*$/s, '')}`
  return `${number}. ${textToMarkdown(text`${code(request)}: ${reason}${times}`, redaction)}`
}
