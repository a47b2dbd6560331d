import { asciiLower, type Header } from './header-list.ts'
import { mimeTypeEssence } from './mime-type.ts'
import { parseSimpleRange } from './range-header.ts'

/** Why a request header is CORS-unsafe; the words are the standard's conditions, not sentences. */
export type UnsafeBecause =
  | 'name'
  | 'value longer than 128 bytes'
  | 'unsafe byte'
  | 'byte outside the language set'
  | 'Content-Type does not parse'
  | 'Content-Type essence'
  | 'not a simple range'
  | 'total above 1024 bytes'

/**
 * Returns why a header is not a CORS-safelisted request-header, or null if it is one.
 * https://fetch.spec.whatwg.org/#cors-safelisted-request-header
 */
export function whyNotSafelisted({ name, value }: Header): UnsafeBecause | null {
  if (byteLength(value) > 128) return 'value longer than 128 bytes'
  switch (asciiLower(name)) {
    case 'accept':
      return hasUnsafeByte(value) ? 'unsafe byte' : null
    case 'accept-language':
    case 'content-language':
      return /^[0-9A-Za-z *,\-.;=]*$/.test(value) ? null : 'byte outside the language set'
    case 'content-type': {
      if (hasUnsafeByte(value)) return 'unsafe byte'
      const essence = mimeTypeEssence(value)
      if (essence === null) return 'Content-Type does not parse'
      return SAFELISTED_ESSENCES.includes(essence) ? null : 'Content-Type essence'
    }
    case 'range':
      return parseSimpleRange(value) === 'failure' ? 'not a simple range' : null
    default:
      return 'name'
  }
}

/** The MIME type essences that a request may carry without a preflight. */
export const SAFELISTED_ESSENCES: readonly string[] = [
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'text/plain',
]

// https://fetch.spec.whatwg.org/#cors-unsafe-request-header-byte
// biome-ignore lint/suspicious/noControlCharactersInRegex: the standard's set names control bytes
const hasUnsafeByte = (value: string): boolean => /[\x00-\x08\x0a-\x1f"():<>?@[\\\]{}\x7f]/.test(value)

/** Returns the length of a header's value in bytes. */
export const byteLength = (value: string): number => {
  // A value from the network is isomorphic-decoded, one character per byte. Characters above U+00FF were decoded from
  // UTF-8.
  if (/^[\0-\xff]*$/.test(value)) return value.length
  return new TextEncoder().encode(value).length
}
