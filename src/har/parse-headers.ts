import type { Header, HeaderList } from '../fetch/header-list.ts'
import { trim } from '../trim.ts'
import { arrayOf, own } from './untrusted.ts'

/** Returns the headers of a `headers` array, pseudo-headers such as `:authority` included; items that are none are left out. */
export const parseHeaders = (value: unknown): HeaderList => arrayOf(value).flatMap(headerLines)

/** Returns one header per line: some writers join the values of a repeated name with line feeds. */
function headerLines(item: unknown): readonly Header[] {
  const name = own(item, 'name')
  const recorded = own(item, 'value')
  const value = typeof recorded === 'number' || typeof recorded === 'boolean' ? String(recorded) : recorded
  if (typeof name !== 'string' || name === '' || typeof value !== 'string') return []
  const lines = value.split(/\r?\n/).map((line) => trim(line, '\t '))
  const filled = lines.filter((line) => line !== '')
  return (filled.length === 0 ? [''] : filled).map((line) => ({ name, value: line }))
}

/** Returns whether the list shows what went over the wire: browsers add `Host` or `:authority` last of all. */
export const isOnTheWire = (headers: HeaderList): boolean =>
  headers.some(({ name }) => /^(host|:authority)$/i.test(name))

/** Returns the list without the pseudo-headers of HTTP/2 and HTTP/3. */
export const withoutPseudoHeaders = (headers: HeaderList): HeaderList =>
  headers.filter(({ name }) => !name.startsWith(':'))

/**
 * Returns the list without exact repetitions. Only for request headers: a browser sends each name once, but
 * chrome-har writes the provisional and the real list one after the other. A repeated response header is evidence.
 */
export function withoutRepetitions(headers: HeaderList): HeaderList {
  const seen = new Set<string>()
  return headers.filter(({ name, value }) => {
    const key = `${name.toLowerCase()}:${value}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/**
 * Returns the list without what belongs to parts of a multipart body: Firefox appends their headers to those of
 * the request. A script's own `Content-Disposition`, say `attachment`, stays.
 */
export function withoutPartHeaders(headers: HeaderList): HeaderList {
  const contentType = headers.find(({ name }) => /^content-type$/i.test(name))
  return headers.filter((header) => {
    if (/^content-type$/i.test(header.name)) return header === contentType
    return !(/^content-disposition$/i.test(header.name) && /^form-data\b/i.test(header.value))
  })
}
