import { firefoxPhase } from './firefox-sentences.ts'
import { codesOf } from './possible-rules.ts'
import { NO_VALUES, type Sentence } from './sentence.ts'
import { webkitPhase } from './webkit-sentences.ts'

/** Firefox's raw categories have digits after the name; its help pages don't. */
const NAME = /(?<![\w$])(?<name>[A-Z][A-Za-z_]{6,60}?)\d*(?![\w$])/g

/**
 * Returns the codes in a text: of the DevTools protocol (as printed by Chrome's Issues panel and by drivers), of
 * Firefox's categories and help pages, and this project's own codes for WebKit's messages.
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
