import { type Header, type HeaderList, isName, isToken, trimOws } from '../fetch/header-list.ts'
import { base64 } from './base64.ts'
import type { CurlBody } from './body-of.ts'
import type { Option } from './options-in.ts'

/** Returns the headers that a command sets, directly or by its options. */
export function headersOf(options: readonly Option[], body: CurlBody): HeaderList {
  const set = options.flatMap(({ name, value }) => (name === 'header' ? headerIn(value) : []))
  const has = (name: string): boolean => set.some((header) => isName(header.name, name))
  const stands = options.flatMap((option) => standsFor(option))
  const added = [...new Map(stands.map((header) => [header.name, header])).values(), ...bodyHeaders(body)]
  return [
    ...set.filter((header): header is Header => header.value !== null),
    // A header that the command sets or removes takes precedence over its options. Cookies from both are sent.
    ...added.filter(({ name }) => name === 'Cookie' || !has(name)),
  ]
}

/** `value` null: the header is removed. */
interface SetHeader {
  readonly name: string
  readonly value: string | null
}

/** `Name: value`, `Name;` for an empty value, `Name:` to remove one; `@file` and invalid headers set nothing. */
function headerIn(argument: string): readonly SetHeader[] {
  const [, name = '', sign = '', rest = ''] = /^(:?[^:;]*)([:;])(.*)$/s.exec(argument) ?? []
  if (sign === '' || name.startsWith('@') || !isToken(name.replace(/^:/, ''))) return []
  const value = trimOws(rest.replaceAll(/[\r\n]+/g, ' '))
  if (sign === ';') return value === '' ? [{ name, value: '' }] : []
  return [{ name, value: value === '' ? null : value }]
}

function standsFor({ name, value }: Option): readonly Header[] {
  switch (name) {
    case 'cookie':
      // Without a "=" it's the name of a file.
      return value.includes('=') ? [{ name: 'Cookie', value }] : []
    case 'user-agent':
      return value === '' ? [] : [{ name: 'User-Agent', value }]
    case 'referer': {
      const url = value.replace(/;auto$/, '')
      return url === '' ? [] : [{ name: 'Referer', value: url }]
    }
    case 'user':
      return [{ name: 'Authorization', value: `Basic ${base64(value)}` }]
    case 'oauth2-bearer':
      return [{ name: 'Authorization', value: `Bearer ${value}` }]
    case 'compressed':
      return [{ name: 'Accept-Encoding', value: 'deflate, gzip, br, zstd' }]
    case 'range':
      return [{ name: 'Range', value: `bytes=${value}` }]
    default:
      return []
  }
}

function bodyHeaders({ kind }: CurlBody): readonly Header[] {
  switch (kind) {
    case 'form data':
      return [{ name: 'Content-Type', value: 'application/x-www-form-urlencoded' }]
    case 'multipart':
      return [{ name: 'Content-Type', value: 'multipart/form-data; boundary=----------------' }]
    case 'json':
      return ['Content-Type', 'Accept'].map((name) => ({ name, value: 'application/json' }))
    case 'none':
    case 'upload':
      return []
  }
}
