import { parseUrl } from '../../parse-url.ts'

/** The mask of a secret, and how the URL parser serializes it in a path, and in a host. */
const MASK = '•••'
const SERIALIZED = /%E2%80%A2%E2%80%A2%E2%80%A2|(?<=^https?:\/\/(?:[^/]*[.@])?)xn--nvgaa(?=[.:/])/g

/**
 * Returns a URL for a command: parsed, so that it has no space or line break, and without fragment. Null if it isn't
 * http(s), because curl would then read a file or use another protocol.
 */
export function curlUrl(url: string): string | null {
  const parsed = parseUrl(url)
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return null
  parsed.hash = ''
  return parsed.href.replace(SERIALIZED, MASK)
}
