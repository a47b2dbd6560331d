import { parseUrl } from '../../parse-url.ts'

/** The mask of a secret as serialized by the URL parser. */
const MASK = '•••'

/**
 * Returns a URL for a command: parsed, so that it has no space or line break, and without fragment. Null if it isn't
 * http(s), because curl would then read a file or use another protocol.
 */
export function curlUrl(url: string): string | null {
  const parsed = parseUrl(url)
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return null
  parsed.hash = ''
  return parsed.href.replaceAll(encodeURIComponent(MASK), MASK)
}
