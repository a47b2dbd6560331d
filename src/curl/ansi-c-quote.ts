/** The escapes of a backslash and a letter in `$'…'`: Bash manual, 3.1.2.4 "ANSI-C Quoting". */
const LETTERS: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  e: '\x1b',
  E: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '?': '?',
}

/** The numbers: bytes in octal or hexadecimal, code points, control characters. */
const NUMBER = /\\(?:([0-7]{1,3})|x([\da-fA-F]{1,2})|u([\da-fA-F]{1,4})|U([\da-fA-F]{1,8})|c([\s\S]))/y

/**
 * Returns the text within `$'…'` and the position of its closing quote, or null if there is none. `from` is the position
 * after the opening quote.
 */
export function ansiCQuote(
  command: string,
  from: number,
): { readonly text: string; readonly end: number } | null {
  const parts: string[] = []
  let bytes: number[] = []
  const flush = (): void => {
    if (bytes.length > 0) parts.push(textOf(bytes))
    bytes = []
  }
  let at = from
  while (at < command.length) {
    const next = command.charAt(at)
    if (next === "'") {
      flush()
      return { text: parts.join(''), end: at }
    }
    NUMBER.lastIndex = at
    const [number, octal, byte, short, long, control] = (next === '\\' && NUMBER.exec(command)) || []
    if (number !== undefined) {
      at += number.length
      if (octal !== undefined || byte !== undefined) {
        bytes.push(octal === undefined ? Number.parseInt(byte ?? '', 16) : Number.parseInt(octal, 8) & 0xff)
        continue
      }
      flush()
      parts.push(
        control === undefined
          ? character(Number.parseInt(short ?? long ?? '', 16))
          : String.fromCharCode(control.charCodeAt(0) & 0x1f),
      )
      continue
    }
    flush()
    if (next === '\\' && at + 1 < command.length) {
      const letter = command.charAt(at + 1)
      parts.push(LETTERS[letter] ?? `\\${letter}`)
      at += 2
    } else {
      const plain = /[^\\']+|\\$/y
      plain.lastIndex = at
      const run = plain.exec(command)?.[0] ?? next
      parts.push(run)
      at += run.length
    }
  }
  return null
}

/** DevTools escapes each half of a surrogate pair separately; here they are joined again. */
const character = (point: number): string => (point > 0x10ffff ? '\ufffd' : String.fromCodePoint(point))

/** Bytes are decoded as UTF-8 if they are valid UTF-8. Safari writes the character U+00E9 as `\xe9`. */
function textOf(bytes: readonly number[]): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes))
  } catch {
    return bytes.map((byte) => String.fromCharCode(byte)).join('')
  }
}
