/** How the browsers' "Copy as cURL" quotes a word, each written from what the browser does. */

const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, '0')

/** Chrome and Edge, "Copy as cURL (bash)". */
export function chromeBash(word: string): string {
  if (!/[\p{Cc}!']/u.test(word)) return `'${word}'`
  const escaped = [...word].map((one) => {
    if (one === '\\' || one === "'") return `\\${one}`
    if (one === '\n') return '\\n'
    if (one === '\r') return '\\r'
    return /[\p{Cc}!]/u.test(one) ? `\\u${hex(one.charCodeAt(0), 4)}` : one
  })
  return `$'${escaped.join('')}'`
}

/** Chrome and Edge, "Copy as cURL (cmd)". */
export const chromeCmd = (word: string): string =>
  `^"${word
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replace(/[^a-zA-Z0-9\s_\-:=+~'/.',?;()*`]/g, '^$&')
    .replace(/%(?=[a-zA-Z0-9_])/g, '%^')
    .replace(/\r?\n/g, '^\n\n')}^"`

/** Safari, and Firefox for POSIX shells. */
export function safari(word: string): string {
  if (!/[^\x20-\x7e]|'/.test(word)) return `'${word}'`
  const escaped = word
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "\\'")
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('!', '\\041')
    .replace(/[^\x20-\x7e]/g, (one) => {
      const code = one.charCodeAt(0)
      return code < 256 ? `\\x${hex(code, 2)}` : `\\u${hex(code, 4)}`
    })
  return `$'${escaped}'`
}

/** Firefox for Windows before it used carets: doubled quotes, and line ends outside of them. */
export const firefoxWindows = (word: string): string =>
  `"${word
    .replaceAll('"', '""')
    .replace(/%/g, '"%"')
    .replaceAll('\\', '\\\\')
    .replace(/\r?\n/g, '"^\r\n\r\n"')}"`

/** A person at a POSIX shell. */
export const byHand = (word: string): string => `"${word.replace(/[$`"\\]/g, '\\$&')}"`
