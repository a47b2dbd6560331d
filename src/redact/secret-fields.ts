import { masked, type Seen } from './mask.ts'
import { isSecretParameter } from './secret-name.ts'

/** `"password": "…"` of JSON, also with its quotes escaped; `password: "…"` of GraphQL and JavaScript; `"pin": 1234`. */
const field =
  /(?<![\w$.-])((\\{0,8}["'])?([\w$.@-]{1,64})\2?\s{0,8}:\s{0,8})(?:(\\{1,8}["'])((?:(?!\\{0,8}["']).)*)|"((?:[^"\\]|\\.)*)|'((?:[^'\\]|\\.)*)|([^\s"'\\,;{}[\]()<>$][^\s"'\\,;{}[\]()<>]*))/gs

/** `<password>…</password>` */
const element = /(<(?:\w{1,32}:)?([\w-]{1,64})>)([^<]+)/g

/** How deep JSON in a string of JSON is looked into. */
const DEEPEST = 4

/** Returns text with the values masked that JSON, GraphQL or XML in it gives to secret names. */
export function maskFields(text: string, seen: Seen, depth = 0): string {
  const inFields = text.includes(':') ? text.replace(field, maskField(seen, depth)) : text
  return inFields.includes('</')
    ? inFields.replace(element, (whole, start: string, name: string, value: string) =>
        isSecretParameter(name, value) ? start + masked(value, seen) : whole,
      )
    : inFields
}

const maskField =
  (seen: Seen, depth: number) =>
  (
    whole: string,
    start: string,
    quote: string | undefined,
    name: string,
    escapedQuote: string | undefined,
    escaped: string | undefined,
    double: string | undefined,
    single: string | undefined,
    bare: string | undefined,
  ): string => {
    const value = escaped ?? double ?? single ?? bare ?? ''
    if (!isSecretParameter(name, value)) {
      if (depth === DEEPEST || bare !== undefined || !value.includes(':')) return whole
      const end = whole.length - value.length
      return whole.slice(0, end) + maskFields(value, seen, depth + 1)
    }
    // `token: expired` and `Status code: 200.` are sentences; a bare value counts if its name is quoted, or if it is no word.
    const isSentence = bare !== undefined && quote === undefined
    if (isSentence && (/^[a-z-]*[.!?]?$/i.test(bare) || /^(?:code|key)$/i.test(name))) return whole
    // `credentials: 'include'` is an option of fetch().
    if (/^(?:include|omit|same-origin)$/.test(value)) return whole
    const open = escapedQuote ?? (double !== undefined ? '"' : single !== undefined ? "'" : '')
    return start + open + masked(value, seen)
  }
