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
