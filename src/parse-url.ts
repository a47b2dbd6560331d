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

let last: { readonly url: string; readonly parsed: Readonly<URL> | null } = { url: '', parsed: null }

/** Returns what {@link parseUrl} does, for reading only: many parts ask for the same URL one after the other. */
export function readUrl(url: string): Readonly<URL> | null {
  if (last.url !== url) last = { url, parsed: parseUrl(url) }
  return last.parsed
}

/** Servers by how they are written, with their origins: a recording has thousands of URLs of a few. Null: not a URL. */
const servers: ({ readonly server: string; readonly origin: string | null } | undefined)[] = []
const MOST = 256

/** Returns the serialized origin of a URL, or null if it isn't one. */
export function urlOrigin(url: string): string | null {
  const end = endOfServer(url)
  if (end === -1) return parseUrl(url)?.origin ?? null
  const middle = url.charCodeAt((end + 8) >> 1)
  const last = url.charCodeAt(end - 1)
  const slot = (end * 31 + middle * 7 + last + url.charCodeAt(11) * 3) & (MOST - 1)
  const known = servers[slot]
  if (known?.server.length === end && url.startsWith(known.server)) return known.origin
  const server = url.slice(0, end)
  const origin = parseUrl(server)?.origin ?? null
  servers[slot] = { server, origin }
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
