import { deflateSync, Inflate } from 'fflate'
import type { Exchange } from '../evidence/exchange.ts'
import type { Redaction } from '../redact/redact-text.ts'
import { DICTIONARY } from './dictionary.ts'
import { harOfPacked } from './har-of-packed.ts'
import { packExchange } from './pack-exchange.ts'

/** The first letter of a link identifies the format. */
const FORMAT = 'a'
const dictionary = (): Uint8Array => new TextEncoder().encode(DICTIONARY)

/** The most characters of a link that WhyCORS makes, and the most bytes when decompressed. */
const LONGEST_LINK = 200_000
const LONGEST_TEXT = 2_000_000
/** How many bytes are decompressed before the length of the result is checked. */
const AT_ONCE = 1024

/** Thrown for a link that is damaged or of an unknown version. */
export class LinkError extends Error {
  override readonly name = 'LinkError'
  readonly type = 'link error'
}

/** Returns a fetch as text for a URL's fragment: reduced, masked by `redaction` and compressed. */
export function linkOf(exchange: Exchange, redaction: Redaction): string {
  const text = JSON.stringify(packExchange(exchange, redaction))
  const bytes = deflateSync(new TextEncoder().encode(text), { level: 9, dictionary: dictionary() })
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return FORMAT + btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/**
 * Returns the recording in a link, in HAR format.
 * @throws {LinkError}
 */
export function harOfLink(link: string): object {
  if (!link.startsWith(FORMAT)) throw new LinkError('this link was made by another version of WhyCORS')
  if (link.length > LONGEST_LINK) throw new LinkError('this link is too long')
  try {
    const binary = atob(link.slice(1).replaceAll('-', '+').replaceAll('_', '/'))
    return harOfPacked(JSON.parse(inflated(Uint8Array.from(binary, (one) => one.charCodeAt(0)))))
  } catch (error) {
    if (error instanceof LinkError) throw error
    throw new LinkError('this link is damaged: a part of it is missing or was changed')
  }
}

function inflated(bytes: Uint8Array): string {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let text = ''
  let ended = false
  const inflate = new Inflate({ dictionary: dictionary() }, (chunk, final) => {
    text += decoder.decode(chunk, { stream: !final })
    ended ||= final
    if (text.length > LONGEST_TEXT) throw new LinkError('this link is too long')
  })
  for (let at = 0; at < bytes.length; at += AT_ONCE)
    inflate.push(bytes.subarray(at, at + AT_ONCE), at + AT_ONCE >= bytes.length)
  if (!ended) throw new LinkError('this link is damaged: a part of it is missing or was changed')
  return text
}
