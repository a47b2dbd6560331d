import Ajv from 'ajv'
import MarkdownIt from 'markdown-it'
import reportSchema from '../../src/schema/report.json' with { type: 'json' }
import { sarifFaults } from '../sarif/sarif-faults.ts'

const ajv = new Ajv({ strict: false, allErrors: false })
const isReport = ajv.compile(reportSchema)
const markdown = new MarkdownIt({ html: true, linkify: true })

/** Characters that move a cursor, turn the text around or end a line unseen. */
const UNSAFE = /[^\P{Cc}\t\n]|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u

/** Returns what is wrong with what goes to a terminal; null for nothing. */
export const wrongInTerminal = (text: string): string | null => {
  const at = text.search(UNSAFE)
  return at < 0
    ? null
    : `U+${text.charCodeAt(at).toString(16)} in ${JSON.stringify(text.slice(Math.max(0, at - 40), at + 20))}`
}

/** Returns what is wrong with a JSON report. */
export function wrongInReport(text: string): string | null {
  return isReport(JSON.parse(text)) ? null : ajv.errorsText(isReport.errors)
}

/** Returns what is wrong with a SARIF log. */
export function wrongInSarif(text: string): string | null {
  const faults = sarifFaults(JSON.parse(text))
  return faults.length === 0 ? null : faults.join('; ')
}

/** Returns a line of annotations that isn't one: a recording would have written it. */
export function wrongInAnnotations(text: string): string | null {
  const wrong = text
    .split('\n')
    .find((line) => line !== '' && !/^::(?:error|warning) file=[^:]*::/.test(line))
  return wrong === undefined ? wrongInTerminal(text) : `a line of its own: ${wrong.slice(0, 80)}`
}

/** Returns what a recording got into rendered markdown: HTML, an image, or a link of its own. */
export function wrongInMarkdown(text: string): string | null {
  for (const token of markdown.parse(text, {}).flatMap((one) => [one, ...(one.children ?? [])])) {
    if (token.type === 'image') return `an image: ${token.content}`
    if (
      token.type.startsWith('html_') &&
      !/^<\/?(details|summary|b|br)>\s*$|^<\/?(details|summary|b|br)>/.test(token.content)
    )
      return `HTML: ${token.content.slice(0, 80)}`
    if (token.type === 'link_open' && isForeign(String(token.attrGet('href'))))
      return `a link: ${token.attrGet('href')}`
  }
  return null
}

/** The links of WhyCORS's own go to documentation. */
const isForeign = (href: string): boolean => /evil\.test|^javascript:|^data:/i.test(href)
