import { parseUrl } from '../../internal.ts'

/** Returns path and query of a URL unchanged: the list shows the host elsewhere. */
export const pathAndQueryOf = (url: string): string =>
  url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '') || url

/** Returns the origin of a URL, or its scheme if it has none. */
export function hostOriginOf(url: string): string {
  const parsed = parseUrl(url)
  if (parsed === null) return url
  const { origin, protocol } = parsed
  return origin === 'null' ? protocol : origin
}

/** Returns the last part of a source file's URL, for display. */
export function fileNameOf(url: string): string {
  if (parseUrl(url) === null) return url
  // Not the parsed path: that would encode a mask.
  const parts = url.replace(/[?#].*$/s, '').split('/')
  return parts.findLast((part) => part !== '') ?? url
}
