import { parseUrl } from '../../parse-url.ts'

/** The mask of a secret as the URL parser writes it. */
const MASK = '•••'

/**
 * Returns a URL as a command asks for it: parsed, so that it has no space or line break, and without fragment. Null if it's not
 * of HTTP: curl would read a file, or talk to another kind of server.
 */
export function curlUrl(url: string): string | null {
  const parsed = parseUrl(url)
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return null
  parsed.hash = ''
  return parsed.href.replaceAll(encodeURIComponent(MASK), MASK)
}
