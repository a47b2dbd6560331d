import { findJsonError } from './find-json-error.ts'
import { HarFormatError, HarSyntaxError } from './har-error.ts'
import { decodedHarText, type HarText, harText } from './har-text.ts'
import { arrayOf, isRecord, lacks, own } from './untrusted.ts'

/** What a HAR says about its writer, unchecked. */
export interface RawLog {
  readonly creator: unknown
  readonly browser: unknown
}

export type RawItem =
  | { readonly type: 'pages'; readonly pages: readonly unknown[] }
  | { readonly type: 'entry'; readonly index: number; readonly value: unknown }
  | { readonly type: 'log'; readonly log: RawLog }

/** How many UTF-16 units the longest string of V8 has; a larger file cannot be decoded at once. */
const longestText = 0x1fffffe8

/**
 * Yields what a HAR says about its pages, then its entries, then what it says about its writer, all unchecked. Throws
 * {@link HarSyntaxError} or {@link HarFormatError}. This is the only file that knows that the text is parsed whole.
 */
export async function* jsonEntries(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<RawItem> {
  const bytes = await gather(chunks)
  if (bytes.length > longestText) throw new HarFormatError('the file', 'larger than 512 MiB')
  yield* itemsOf(parseJson(harText(bytes)))
}

/** Yields what {@link jsonEntries} does, of a text that is already decoded. */
export function* textEntries(text: string): Generator<RawItem> {
  yield* itemsOf(parseJson(decodedHarText(text)))
}

/** Yields what {@link jsonEntries} does, of a value that is already parsed. */
export const parsedEntries = (root: unknown): Generator<RawItem> => itemsOf(root)

async function gather(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Uint8Array> {
  const kept: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks) {
    kept.push(chunk)
    length += chunk.length
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of kept) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}

function parseJson({ text, utf8, placeInFile }: HarText): unknown {
  try {
    return JSON.parse(text)
  } catch {
    const source = utf8()
    if (text.trim() === '') throw new HarSyntaxError(placeInFile(source.length), 'the file is empty')
    const error = findJsonError(source)
    throw new HarSyntaxError(placeInFile(error?.byteOffset ?? 0), error?.reason ?? 'not JSON')
  }
}

/** Accepts `{log: {entries}}`, the bare `log` that `devtools.network.getHAR()` gives, and a bare list of entries. */
function* itemsOf(root: unknown): Generator<RawItem> {
  const wrapped = own(root, 'log')
  const isBare = wrapped === undefined && own(root, 'entries') !== undefined
  const log = isBare ? root : wrapped
  if (Array.isArray(root)) {
    if (!root.some((item) => own(item, 'request') !== undefined)) {
      throw new HarFormatError('the file', 'an array, but not of HAR entries')
    }
  } else if (!isRecord(root)) {
    throw new HarFormatError('the file', 'not a JSON object')
  } else if (!isRecord(log)) {
    throw new HarFormatError('log', lacks(log, 'an object'))
  }
  const entries = Array.isArray(root) ? root : own(log, 'entries')
  if (!Array.isArray(entries)) {
    throw new HarFormatError(isBare ? 'entries' : 'log.entries', lacks(entries, 'an array'))
  }
  yield { type: 'pages', pages: arrayOf(own(log, 'pages')) }
  for (const [index, value] of entries.entries()) yield { type: 'entry', index, value }
  yield { type: 'log', log: { creator: own(log, 'creator'), browser: own(log, 'browser') } }
}
