import { parseUrl } from '../../parse-url.ts'

/** Nginx doesn't start if the name of a variable is too long for its hash; the rest of the name is added to this. */
const LONGEST = 24

/**
 * Returns a word of lowercase letters, digits and underscores that is unique for an API: `api_example_com` for
 * `https://api.example.com/items`.
 */
export function apiName(url: string): string {
  const parsed = parseUrl(url)
  const host = parsed === null ? 'api' : parsed.host
  const scheme = parsed?.protocol === 'http:' ? 'http_' : ''
  // Two underscores, so that a-b.example and a.b.example differ.
  const word = scheme + host.replaceAll('-', '__').replace(/[^a-z0-9_]/g, '_')
  return word.length <= LONGEST ? word : `${word.slice(0, LONGEST - 7)}_${hashOf(word)}`
}

/** FNV-1a, six digits of base 36. */
function hashOf(word: string): string {
  const hash = [...word].reduce(
    (sum, char) => Math.imul(sum ^ char.charCodeAt(0), 0x01000193) >>> 0,
    0x811c9dc5,
  )
  return hash.toString(36).padStart(7, '0').slice(-6)
}
