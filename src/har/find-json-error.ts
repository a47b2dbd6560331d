/** The first place where a text stops being JSON. */
export interface JsonError {
  readonly byteOffset: number
  readonly reason: string
}

/** What may come next; "or end" where the container may also close. */
type Expected = 'value' | 'value or end' | 'name' | 'name or end' | 'colon' | 'separator'

const quote = 0x22
const comma = 0x2c
const colon = 0x3a
const openArray = 0x5b
const closeArray = 0x5d
const openObject = 0x7b
const closeObject = 0x7d
const escapes = new Set([...'"\\/bfnrt'].map((letter) => letter.charCodeAt(0)))
const literals = new Map(
  ['true', 'false', 'null'].map((word) => [
    word.charCodeAt(0),
    [...word].map((letter) => letter.charCodeAt(0)),
  ]),
)

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39
const isSpace = (byte: number | undefined): boolean =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09
const isHexDigit = (byte: number): boolean =>
  isDigit(byte) || (byte >= 0x41 && byte <= 0x46) || (byte >= 0x61 && byte <= 0x66)

/**
 * Returns where the UTF-8 text `bytes` first breaks the JSON grammar (RFC 8259), or null where it does not.
 * Engines word their own errors differently and often leave the position out, hence this second look; it keeps
 * its own stack, so that no depth of nesting overflows.
 */
export function findJsonError(bytes: Uint8Array): JsonError | null {
  const open: number[] = []
  let expected: Expected = 'value'
  let at = hasByteOrderMark(bytes) ? 3 : 0
  for (;;) {
    while (isSpace(bytes[at])) at++
    const byte = bytes[at]
    const inside = open.at(-1)
    if (byte === undefined) {
      if (inside === undefined && expected === 'separator') return null
      const where =
        inside === undefined ? 'before any value' : `inside an ${inside === openArray ? 'array' : 'object'}`
      return { byteOffset: at, reason: `the file ends ${where}` }
    }
    if (expected === 'separator') {
      if (inside === undefined) return { byteOffset: at, reason: 'more data after the end of the JSON value' }
      const close = inside === openArray ? closeArray : closeObject
      if (byte === close) open.pop()
      else if (byte === comma) expected = inside === openArray ? 'value' : 'name'
      else return { byteOffset: at, reason: `expected "," or "${String.fromCharCode(close)}"` }
      at++
    } else if (expected === 'colon') {
      if (byte !== colon) return { byteOffset: at, reason: 'expected ":"' }
      expected = 'value'
      at++
    } else if (expected.endsWith('or end') && byte === (inside === openArray ? closeArray : closeObject)) {
      open.pop()
      expected = 'separator'
      at++
    } else if (expected.startsWith('value') && (byte === openArray || byte === openObject)) {
      open.push(byte)
      expected = byte === openArray ? 'value or end' : 'name or end'
      at++
    } else {
      const isPropertyName = expected.startsWith('name')
      if (isPropertyName && byte !== quote)
        return { byteOffset: at, reason: 'expected a property name in quotes' }
      const end = scanScalar(bytes, at)
      if (typeof end !== 'number') return end
      expected = isPropertyName ? 'colon' : 'separator'
      at = end
    }
  }
}

/** Returns whether `bytes` begin with the UTF-8 byte order mark. */
const hasByteOrderMark = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf

/** Returns where the string, number or literal that begins at `start` ends, or what is wrong with it. */
function scanScalar(bytes: Uint8Array, start: number): number | JsonError {
  const byte = bytes[start]
  if (byte === quote) return scanString(bytes, start + 1)
  if (byte === 0x2d || isDigit(byte)) return scanNumber(bytes, start)
  const literal = byte === undefined ? undefined : literals.get(byte)
  if (literal === undefined) return { byteOffset: start, reason: 'expected a value' }
  for (const [i, letter] of literal.entries()) {
    if (bytes[start + i] !== letter) return stopsAt(bytes, start + i, 'expected true, false or null')
  }
  return start + literal.length
}

function scanString(bytes: Uint8Array, start: number): number | JsonError {
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if (byte === quote) return at + 1
    if (byte < 0x20) return { byteOffset: at, reason: 'a control character inside a string' }
    if (byte !== 0x5c) continue
    const escaped = bytes[++at]
    if (escaped === 0x75) {
      for (let i = 0; i < 4; i++) {
        const digit = bytes[++at]
        if (digit === undefined || !isHexDigit(digit))
          return stopsAt(bytes, at, 'expected four hexadecimal digits')
      }
    } else if (escaped === undefined || !escapes.has(escaped)) {
      return stopsAt(bytes, at, 'an unknown escape inside a string')
    }
  }
  return { byteOffset: bytes.length, reason: 'the file ends inside a string' }
}

function scanNumber(bytes: Uint8Array, start: number): number | JsonError {
  let at = start
  const digits = (): boolean => {
    const first = at
    while (isDigit(bytes[at])) at++
    return at > first
  }
  if (bytes[at] === 0x2d) at++
  if (bytes[at] === 0x30) at++
  else if (!digits()) return stopsAt(bytes, at, 'expected a digit')
  if (bytes[at] === 0x2e) {
    at++
    if (!digits()) return stopsAt(bytes, at, 'expected a digit')
  }
  if (bytes[at] === 0x65 || bytes[at] === 0x45) {
    at++
    if (bytes[at] === 0x2b || bytes[at] === 0x2d) at++
    if (!digits()) return stopsAt(bytes, at, 'expected a digit')
  }
  return at
}

/** Returns the error at `at`, which is that of a cut-off file where nothing follows. */
const stopsAt = (bytes: Uint8Array, at: number, reason: string): JsonError =>
  at >= bytes.length
    ? { byteOffset: bytes.length, reason: 'the file ends inside a value' }
    : { byteOffset: at, reason }
