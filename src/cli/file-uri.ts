import { sep } from 'node:path'

/**
 * Returns a path as a URI reference (SARIF 2.1.0, 3.4.3). A backslash is only a separator on Windows; elsewhere it's part
 * of a name. So may be a lone surrogate, which isn't valid in a URI.
 */
export function fileUri(path: string, separator: string = sep): string {
  const isWindows = separator === '\\' || /^[A-Za-z]:\\/.test(path)
  const slashes = isWindows ? path.replaceAll('\\', '/') : path
  const encoded = slashes
    .replace(/\p{Cs}/gu, '\u{fffd}')
    .split('/')
    .map(encodeURIComponent)
    .join('/')
  if (isWindows && /^[A-Za-z]:\//.test(slashes)) return `file:///${encoded.replace('%3A', ':')}`
  if (isWindows && slashes.startsWith('//')) return `file:${encoded}`
  return slashes.startsWith('/') ? `file://${encoded}` : encoded
}
