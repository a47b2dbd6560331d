import MarkdownIt from 'markdown-it'
import { expect, test } from 'vitest'
import { whycors } from '../cli/run-whycors.ts'
import { chromeEntry, harText } from '../make-har.ts'

/** Returns what markdown shows as code. */
function codesIn(markdown: string): readonly string[] {
  const codes: string[] = []
  for (const { type, content, children } of new MarkdownIt({ html: true }).parse(markdown, {})) {
    if (type === 'fence') codes.push(content)
    for (const child of children ?? []) if (child.type === 'code_inline') codes.push(child.content)
  }
  return codes
}

test.each(['https://a|b', 'https://a\\|b', '`x` | ``y``', '|', 'a\\b*c*_d_'])(
  'a value is shown as it is, in sentences, blocks and tables: %s',
  async (value) => {
    const har = harText([
      chromeEntry({ error: 'net::ERR_FAILED', response: { 'Access-Control-Allow-Origin': value } }),
    ])
    const { out } = await whycors(['--format', 'markdown', '--all', 'a.har'], { 'a.har': har })
    const codes = codesIn(out).filter((code) => code.includes(value))
    expect(codes).toContain(value)
    // The line of the response, and the console's sentence in the table of browsers.
    expect(codes.some((code) => code.includes(`Access-Control-Allow-Origin: ${value}`))).toBe(true)
    expect(codes.some((code) => /blocked by CORS policy/.test(code))).toBe(true)
  },
)
