import { firefoxPhase } from './firefox-sentences.ts'
import { codesOf } from './possible-rules.ts'
import { NO_VALUES, type Sentence } from './sentence.ts'
import { webkitPhase } from './webkit-sentences.ts'

/** Firefox's raw categories have digits behind the name, and its help pages are called by the name. */
const NAME = /(?<![\w$])(?<name>[A-Z][A-Za-z_]{6,60}?)\d*(?![\w$])/g

/**
 * Returns the codes that a text names: of the DevTools protocol, as Chrome's Issues panel and drivers print them, of
 * Firefox's categories and help pages, and this project's own for WebKit's sentences.
 */
export function namedCodes(text: string): readonly Sentence[] {
  return [...text.matchAll(NAME)].flatMap((match): Sentence[] => {
    const code = match.groups?.['name'] ?? ''
    const place = { at: match.index, end: match.index + match[0].length }
    if (codesOf.chromium.includes(code)) {
      const phase = /Preflight/.test(code) ? 'preflight' : 'actual'
      return [{ engine: 'chromium', code, phase, values: NO_VALUES, ...place }]
    }
    if (codesOf.firefox.includes(code)) {
      return [{ engine: 'firefox', code, phase: firefoxPhase(code), values: NO_VALUES, ...place }]
    }
    if (codesOf.webkit.includes(code)) {
      return [{ engine: 'webkit', code, phase: webkitPhase(code), values: NO_VALUES, ...place }]
    }
    return []
  })
}
