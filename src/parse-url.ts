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

/** Scheme, host and port as a URL has them, and its origin; null: it's none. */
interface Server {
  readonly written: string
  readonly origin: string | null
}

/** A recording has thousands of URLs of a few servers: these are found by some of their letters, first those at fixed places. */
const MOST = 256
const met: (Server | null)[] = new Array<Server | null>(MOST).fill(null)
const servers: (Server | null)[] = new Array<Server | null>(MOST).fill(null)

/** Returns the serialized origin of a URL, or null if it isn't one. */
export function urlOrigin(url: string): string | null {
  const server = serverOf(url)
  return server === null ? (parseUrl(url)?.origin ?? null) : server.origin
}

/**
 * Returns the serialized origin of an http(s) URL that is written as most are: nothing that follows its host and port makes it
 * another origin, or no URL. Undefined: it's any other.
 */
export const usualOrigin = (url: string): string | null | undefined => serverOf(url)?.origin

function serverOf(url: string): Server | null {
  const slot = url.length < 18 ? 0 : slotAt(url, 8, 11, 14, 17)
  const last = met[slot] ?? null
  if (last !== null && url.startsWith(last.written) && endsAt(url, last.written.length)) return last
  const end = endOfServer(url)
  if (end === -1) return null
  const found = serverUntil(url, end)
  met[slot] = found
  return found
}

function serverUntil(url: string, end: number): Server {
  const slot = slotAt(url, 7, 11, (end + 8) >> 1, end - 1)
  const known = servers[slot] ?? null
  if (known !== null && known.written.length === end && url.startsWith(known.written)) return known
  const written = url.slice(0, end)
  const server = { written, origin: parseUrl(written)?.origin ?? null }
  servers[slot] = server
  return server
}

const slotAt = (url: string, a: number, b: number, c: number, d: number): number =>
  (url.charCodeAt(a) * 31 + url.charCodeAt(b) * 7 + url.charCodeAt(c) * 13 + url.charCodeAt(d)) & (MOST - 1)

/** Reports whether what follows a server begins at a place. */
function endsAt(url: string, at: number): boolean {
  if (at === url.length) return true
  const code = url.charCodeAt(at)
  return code === SLASH || code === QUESTION_MARK || code === HASH
}

/** Returns where scheme, host and port of a URL end that is written as most are; -1 for any other. */
function endOfServer(url: string): number {
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
