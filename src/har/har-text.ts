import { HarSyntaxError } from './har-error.ts'

/** A recording as text, without what stands around its JSON. */
export interface HarText {
  /** What should be JSON. */
  readonly text: string
  /** Returns that text as UTF-8, to find a syntax error in it. */
  utf8(): Uint8Array
  /** Returns where in the file the byte at `offset` of {@link utf8} stands. */
  placeInFile(offset: number): number
}

const COMPRESSED = new Map([
  ['1f8b', 'the file is compressed with gzip; unpack it first'],
  ['504b', 'the file is a zip archive; unpack it first'],
])

/** What stands before JSON that a page loads as a script: `onInputData(`, `window.callback (`. */
const CALL = /^\s*[A-Za-z_$][\w$.]{0,100}\s*\(\s*(?=[[{])/

/**
 * Returns the JSON text of a recording: UTF-8 or, with a byte order mark, UTF-16 (which Windows PowerShell writes with
 * `>`), without the function call that JSONP puts around it. Throws {@link HarSyntaxError} for compressed files.
 */
export function harText(bytes: Uint8Array): HarText {
  const start = [...bytes.subarray(0, 2)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const refused = COMPRESSED.get(start)
  if (refused !== undefined) throw new HarSyntaxError(0, refused)
  if (start === 'fffe' || start === 'feff')
    return utf16Text(bytes, start === 'fffe' ? 'utf-16le' : 'utf-16be')
  const decoded = new TextDecoder().decode(bytes)
  const { call, text } = unwrapped(decoded)
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const skipped = call === '' ? 0 : (marked ? 3 : 0) + utf8Of(call).length
  return {
    text,
    // The bytes themselves: what is no UTF-8 has another length once it is decoded.
    utf8: () => (call === '' ? bytes : bytes.subarray(skipped, skipped + utf8Of(text).length)),
    placeInFile: (offset) => offset + skipped,
  }
}

/** Returns what {@link harText} does, of a text that is already decoded. */
export function decodedHarText(decoded: string): HarText {
  const { call, text } = unwrapped(decoded.replace(/^\u{feff}/u, ''))
  return { text, utf8: () => utf8Of(text), placeInFile: (offset) => offset + utf8Of(call).length }
}

function utf16Text(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): HarText {
  const { call, text } = unwrapped(new TextDecoder(encoding).decode(bytes))
  return {
    text,
    utf8: () => utf8Of(text),
    placeInFile: (offset) =>
      2 + 2 * (call.length + new TextDecoder().decode(utf8Of(text).subarray(0, offset)).length),
  }
}

function unwrapped(decoded: string): { readonly call: string; readonly text: string } {
  const call = CALL.exec(decoded)?.[0] ?? ''
  if (call === '') return { call, text: decoded }
  const body = decoded.slice(call.length).trimEnd()
  const closed = body.endsWith(';') ? body.slice(0, -1).trimEnd() : body
  return { call, text: closed.endsWith(')') ? closed.slice(0, -1) : decoded.slice(call.length) }
}

const utf8Of = (text: string): Uint8Array => new TextEncoder().encode(text)
