import { masked, type Seen } from './mask.ts'
import { isPlain } from './plain-value.ts'
import { isSecretParameter } from './secret-name.ts'

/** `"password": "…"` of JSON, also with its quotes escaped; `password: "…"` of GraphQL and JavaScript; `"pin": 1234`. */
const field =
  /(?<![\w$.-])((\\{0,8}["'])?((?:[\w$.@-]|\\u[\da-f]{4}){1,64})\2?\]?\s{0,8}(?::=?|=>)\s{0,8})(?:(\\{1,8}["'])((?:(?!\\{0,8}["']).)*)|"""((?:(?!""").)*)|"([^"\\]*(?:\\.[^"\\]*)*)|'([^'\\]*(?:\\.[^'\\]*)*)|([^\s"'\\,;{}[\]()<>$][^\s"'\\,;{}[\]()<>]*))/gis

/** `["password", "…"]`, `{"name": "password", "value": "…"}` */
const pair =
  /(\\{0,8}["'])([\w$.@-]{1,64})\1\s{0,8},\s{0,8}(?:\1(?:value|val|v)\1\s{0,8}:\s{0,8})?\1((?:(?!\\{0,8}["']).)+)(?=\1)/gis

/** `token: {_eq: "…"}`, `"apiKey": {"$in": ["…"]}`: a field that is compared. */
const compared =
  /(?<![\w$.-])((\\{0,8}["'])?([\w$.@-]{1,64})\2?\s{0,8}:\s{0,8}\{\s{0,8}(\\{0,8}["'])?[$_]?(?:eq|neq?|in|is|equals|like|value|set|contains)\4?\s{0,8}:\s{0,8}\[?\s{0,8}(\\{0,8}["']))((?:(?!\5).){1,1000})/gis

/** `<add key="ApiKey" value="…"/>`, `<input type="password" value="…">` */
const attribute = /(\b(?:key|name|type|id)=(["'])([\w$.@:-]{1,64})\2\s{1,8}value=(["']))((?:(?!\4).)+)/gis

/** `<password>…</password>` */
const element = /(<(?:\w{1,32}:)?([\w-]{1,64})>)([^<]+)/g

/** How deep JSON in JSON strings is examined. */
const DEEPEST = 4

/** Returns text with the values of secret names in JSON, GraphQL or XML masked. */
export function maskFields(text: string, seen: Seen, depth = 0): string {
  const inPairs = /["']\s*,/.test(text)
    ? text.replace(pair, (whole, _, name: string, value: string) =>
        isSecretParameter(name, value) && !isPlain(value)
          ? whole.slice(0, whole.length - value.length) + masked(value, seen)
          : whole,
      )
    : text
  const inTerms = /:\s{0,8}\{/.test(inPairs)
    ? inPairs.replace(compared, (whole, start: string, _quote, name: string, _of, _open, value: string) =>
        isSecretParameter(name, value) && !isPlain(value) ? start + masked(value, seen) : whole,
      )
    : inPairs
  const inAttributes = inTerms.includes('value=')
    ? inTerms.replace(attribute, (whole, start: string, _quote, name: string, _open, value: string) =>
        isSecretParameter(name, value) && !isPlain(value) ? start + masked(value, seen) : whole,
      )
    : inTerms
  const inFields = /:|=>/.test(inAttributes)
    ? inAttributes.replace(field, maskField(seen, depth))
    : inAttributes
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
    block: string | undefined,
    double: string | undefined,
    single: string | undefined,
    bare: string | undefined,
  ): string => {
    const value = escaped ?? block ?? double ?? single ?? bare ?? ''
    if (!isSecretParameter(unescaped(name), value)) {
      if (depth === DEEPEST || bare !== undefined || !value.includes(':')) return whole
      const end = whole.length - value.length
      return whole.slice(0, end) + maskFields(value, seen, depth + 1)
    }
    // `token: expired` and `Status code: 200.` are sentences; an unquoted value is only masked if its name is quoted or
    // it isn't a word.
    const isSentence = bare !== undefined && quote === undefined
    if (isSentence && (/^[a-z-]*[.!?]?$/i.test(bare) || /^(?:code|key)$/i.test(name))) return whole
    // The scheme of an `Authorization: Bearer …` is none; what follows it is looked at by itself.
    if (bare !== undefined && /^(?:bearer|basic|digest|negotiate|ntlm|dpop|jwt|token)$/i.test(bare))
      return whole
    // `credentials: 'include'` is an option of fetch().
    if (/^(?:include|omit|same-origin)$/.test(value)) return whole
    const open =
      escapedQuote ??
      (block !== undefined ? '"""' : double !== undefined ? '"' : single !== undefined ? "'" : '')
    return start + open + masked(value, seen)
  }

/** `\u0070assword`: JSON may write any letter of a name so. */
const unescaped = (name: string): string =>
  name.includes('\\')
    ? name.replace(/\\u([\da-f]{4})/gi, (_, digits: string) =>
        String.fromCharCode(Number.parseInt(digits, 16)),
      )
    : name
