/** How many URLs are remembered. */
const MOST = 4096

/**
 * URLs without a secret. What is secret in a URL never depends on which digits a number has, so that of thousands of
 * `/items/4711?page=12` one needs to be examined. A number is a whole segment of a path or a whole value of a parameter, and
 * has more than one digit: 0 and 1 may stand for yes and no.
 */
export class HarmlessUrls {
  readonly #known: (string | null)[] = new Array<string | null>(MOST).fill(null)

  /** Reports whether a URL with the same shape is known; `server` is the number of its server. */
  has(url: string, server: number): boolean {
    const known = this.#known[slotOf(url, server)] ?? null
    return known !== null && haveSameShape(known, url)
  }

  /** Remembers a URL, perhaps instead of another one. */
  add(url: string, server: number): void {
    this.#known[slotOf(url, server)] = url
  }
}

/** Reports whether two URLs differ at most in the digits of numbers that have as many digits in both. */
export function haveSameShape(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at++) {
    const code = a.charCodeAt(at)
    if (code === b.charCodeAt(at)) continue
    if (!isDigit(code)) return false
    let start = at
    while (start > 0 && isDigit(a.charCodeAt(start - 1))) start--
    const end = endOfNumber(a, at)
    if (!isWholeNumber(a, start, end) || endOfNumber(b, at) !== end) return false
    at = end - 1
  }
  return true
}

/**
 * Returns the place of a URL among those that are remembered: the same for all with the same shape. Its length and some of its
 * characters tell most of a server apart.
 */
function slotOf(url: string, server: number): number {
  let hash = Math.imul(server, 0x5bd1e995) ^ url.length
  const step = 1 + (url.length >> 3)
  for (let at = url.length - 1; at > 0; at -= step) {
    const code = url.charCodeAt(at)
    const mayDiffer = isDigit(code) && (isDigit(url.charCodeAt(at - 1)) || isDigit(url.charCodeAt(at + 1)))
    hash = Math.imul(hash ^ (hash >>> 13) ^ (mayDiffer ? 0 : code), 0x5bd1e995)
  }
  return (hash ^ (hash >>> 15)) & (MOST - 1)
}

const SLASH = 0x2f
const EQUALS = 0x3d
const [QUESTION_MARK, AMPERSAND, HASH] = [0x3f, 0x26, 0x23]

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39

function endOfNumber(url: string, from: number): number {
  let end = from
  while (isDigit(url.charCodeAt(end))) end++
  return end
}

function isWholeNumber(url: string, start: number, end: number): boolean {
  if (end - start < 2) return false
  const before = url.charCodeAt(start - 1)
  return (before === SLASH || before === EQUALS) && (end === url.length || ends(url.charCodeAt(end)))
}

const ends = (code: number): boolean =>
  code === SLASH || code === QUESTION_MARK || code === AMPERSAND || code === HASH
