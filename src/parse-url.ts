/**
 * Returns the parsed URL, or null if it isn't one. All URLs are parsed by this function: `URL.canParse` of Node 20
 * refuses hosts with letters such as "ü" once it is optimized, and `URL.parse` came with Node 22.
 */
export function parseUrl(url: string, base?: string): URL | null {
  try {
    return new URL(url, base)
  } catch {
    return null
  }
}

/** Origins by how URLs begin, null for what isn't one: a recording has thousands of URLs of a few servers. */
const origins = new Map<string, string | null>()
const MOST = 1024

/** Returns the origin of a URL as it's serialized, null for something that isn't a URL. */
export function urlOrigin(url: string): string | null {
  const end = endOfServer(url)
  if (end === -1) return parseUrl(url)?.origin ?? null
  const server = url.slice(0, end)
  const known = origins.get(server)
  if (known !== undefined) return known
  const origin = parseUrl(server)?.origin ?? null
  if (origins.size >= MOST) origins.clear()
  origins.set(server, origin)
  return origin
}

/**
 * Returns where scheme, host and port of an http(s) URL end that is written as most are: nothing that follows makes it another
 * origin, or no URL. -1 for any other.
 */
export function endOfServer(url: string): number {
  const start = url.startsWith('https://') ? 8 : url.startsWith('http://') ? 7 : -1
  if (start === -1) return -1
  let at = start
  for (; at < url.length; at++) {
    const code = url.charCodeAt(at)
    if (code === SLASH || code === QUESTION_MARK || code === HASH) break
    const isPlain = (code >= 0x61 && code <= 0x7a) || (code >= 0x2d && code <= 0x3a)
    if (!isPlain) return -1
  }
  return at > start ? at : -1
}

const [SLASH, QUESTION_MARK, HASH] = [0x2f, 0x3f, 0x23]
