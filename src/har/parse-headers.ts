import type { Header, HeaderList } from '../fetch/header-list.ts'
import { trim } from '../trim.ts'
import { isNamed } from './is-named.ts'
import { RecordedHeader } from './recorded-header.ts'
import { sharedHeader } from './shared-header.ts'
import { arrayOf, own } from './untrusted.ts'

/**
 * Returns the headers of a `headers` array, including pseudo-headers such as `:authority`, without items that aren't
 * headers.
 */
export function parseHeaders(value: unknown): HeaderList {
  const items = arrayOf(value)
  if (items.length === 0) return NONE
  if (areHeaders(items)) return items
  for (let i = 0; i < items.length; i++) addLines(lines, items[i])
  const headers = lines.slice()
  lines.length = 0
  return headers
}

const NONE: HeaderList = []

/** Lists grow here, so that each that is returned has just the room that it needs. */
const lines: Header[] = []

/** Reports whether all items of a list were checked when they were read. */
function areHeaders(items: readonly unknown[]): items is readonly RecordedHeader[] {
  for (let i = 0; i < items.length; i++) if (!(items[i] instanceof RecordedHeader)) return false
  return true
}

/** Adds one header per line, because some tools join the values of a repeated header with line feeds. */
function addLines(headers: Header[], item: unknown): void {
  if (item instanceof RecordedHeader) {
    headers.push(item)
    return
  }
  const name = own(item, 'name')
  const recorded = own(item, 'value')
  const value = typeof recorded === 'number' || typeof recorded === 'boolean' ? String(recorded) : recorded
  if (typeof name !== 'string' || name === '' || typeof value !== 'string') return
  if (!value.includes('\n')) {
    headers.push(sharedHeader(name, trim(value, '\t ')))
    return
  }
  const lines = value.split(/\r?\n/).map((line) => trim(line, '\t '))
  const filled = lines.filter((line) => line !== '')
  for (const line of filled.length === 0 ? [''] : filled) headers.push(sharedHeader(name, line))
}

/**
 * Returns the headers of a request without the pseudo-headers of HTTP/2 and HTTP/3, and whether they are those that were sent
 * over the network: browsers add `Host` or `:authority` last.
 */
export function sentHeaders(value: unknown): { readonly list: HeaderList; readonly onTheWire: boolean } {
  const list: Header[] = []
  let onTheWire = false
  for (const header of parseHeaders(value)) {
    const { name } = header
    onTheWire ||= isNamed(name, 'host') || isNamed(name, ':authority')
    if (!isPseudo(header)) list.push(header)
  }
  return { list, onTheWire }
}

/** Returns a list without the pseudo-headers of HTTP/2 and HTTP/3. */
export const withoutPseudoHeaders = (headers: HeaderList): HeaderList =>
  hasPseudo(headers) ? headers.filter((header) => !isPseudo(header)) : headers

function hasPseudo(headers: HeaderList): boolean {
  for (let i = 0; i < headers.length; i++) if (isPseudo(headers[i] as Header)) return true
  return false
}

const isPseudo = ({ name }: Header): boolean => name.charCodeAt(0) === COLON

const COLON = 0x3a

/**
 * Returns the list without exact duplicates. Only for request headers: a browser sends each name once, but chrome-har
 * writes the provisional and the actual headers one after the other. A repeated response header is evidence.
 */
export function withoutRepetitions(headers: HeaderList): HeaderList {
  if (headers.length <= FEW) return headers.filter((header, i) => !isRepeated(header, i, headers))
  const seen = new Set<string>()
  return headers.filter(({ name, value }) => {
    const key = `${name.toLowerCase()}:${value}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** For so few headers, comparing each with those before it is faster than making keys. */
const FEW = 40

function isRepeated({ name, value }: Header, at: number, headers: HeaderList): boolean {
  for (let i = 0; i < at; i++) {
    const before = headers[i]
    // Most differ in that already.
    if (before?.name.length !== name.length || before.value !== value) continue
    if (before.name.toLowerCase() === name.toLowerCase()) return true
  }
  return false
}

/**
 * Returns the list without the headers of multipart body parts, which Firefox appends to those of the request. A
 * `Content-Disposition` that the script set, such as `attachment`, is kept.
 */
export function withoutPartHeaders(headers: HeaderList): HeaderList {
  const contentType = headers.find(({ name }) => isNamed(name, 'content-type'))
  return headers.filter((header) => {
    if (isNamed(header.name, 'content-type')) return header === contentType
    return !(isNamed(header.name, 'content-disposition') && /^form-data\b/i.test(header.value))
  })
}
