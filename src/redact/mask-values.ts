import { mask } from './mask.ts'
import { SHORTEST, type valueTrie } from './value-trie.ts'

/** How certain a collected value is a secret, and whether it was truncated. */
export const CERTAIN = 1
export const CUT = 2

/** The position of a URL's host. */
const authority = /[a-z][a-z0-9+.-]{0,30}:\/\/[^\s/?#"'<>@,]*/gi

/** Returns a text with every collected value masked, but for those of which `isNoSecret` reports that they are none. */
export function maskValues(
  text: string,
  values: ReturnType<typeof valueTrie>,
  isNoSecret: (value: string) => boolean,
): string {
  let result = ''
  let kept = 0
  let passed = 0
  let authorities: readonly (readonly [number, number])[] | null = null
  for (let at = 0; at + SHORTEST <= text.length; at++) {
    const found = values.longestAt(text, at)
    if (found === null) continue
    const value = text.slice(at, found.end)
    if (isNoSecret(value)) continue
    authorities ??= [...text.matchAll(authority)].map((one) => [one.index, one.index + one[0].length])
    // Origins decide verdicts, so only unmistakable secrets are masked in them.
    const isSure = (found.mark & CERTAIN) !== 0 && value.length >= 16 && /\d/.test(value)
    while ((authorities[passed]?.[1] ?? text.length) <= at) passed++
    if (!isSure && at >= (authorities[passed]?.[0] ?? text.length)) continue
    const end = (found.mark & CUT) === 0 ? found.end : endOfWord(text, found.end)
    result += text.slice(kept, at) + mask
    kept = end
    at = end - 1
  }
  return kept === 0 ? text : result + text.slice(kept)
}

function endOfWord(text: string, from: number): number {
  const word = /[^\s"'<>,;&]*/y
  word.lastIndex = from
  return from + (word.exec(text)?.[0].length ?? 0)
}
