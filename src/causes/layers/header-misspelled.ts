import { place } from '../../evidence/place.ts'
import { asciiLower } from '../../fetch/header-list.ts'
import { withoutAllowOrigin } from '../../reading/blocked-by.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * The response has a header whose name is almost `Access-Control-Allow-Origin`.
 *
 * Example: `Access-Control-Allow-Origins: https://app.example`.
 */
export default defineRootCause({
  id: 'header-misspelled',
  family: 'layers',
  recognize: (verdict) => {
    const blocked = withoutAllowOrigin(verdict)
    const header = blocked?.entry.response.headers.find(({ name }) => isAlmost(asciiLower(name)))
    return blocked === null || header === undefined ? null : { entry: blocked.entry, ...header }
  },
  confidence: 'high',
  summary: ({ name }) =>
    text`${code(name)} is misspelled; the name is ${code('Access-Control-Allow-Origin')}.`,
  detail: ({ name, value }) =>
    text`Browsers don't know ${code(name)}, so the response allows no origin. Correct the name where the server or proxy sets it to ${code(value)}, and check its other ${code('Access-Control-*')} names.`,
  evidence: ({ entry, name, value }) => [place(entry, `response.headers.${name}`, value)],
})

const NAME = 'access-control-allow-origin'

/** Reports whether a name differs from the correct one in at most two characters, ignoring hyphens and underscores. */
function isAlmost(name: string): boolean {
  const bare = name.replace(/[-_ ]/g, '')
  return name !== NAME && Math.abs(bare.length - BARE.length) <= 2 && distance(bare, BARE) <= 2
}

const BARE = NAME.replace(/-/g, '')

/** Returns how many characters have to be inserted, removed or replaced to turn one text into the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (const [i, character] of [...a].entries()) {
    const next = [i + 1]
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (character === b[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
