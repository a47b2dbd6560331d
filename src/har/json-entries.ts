import { HarFormatError, HarSyntaxError } from './har-error.ts'
import type { RawItem } from './raw-item.ts'
import { HarScan } from './scan/har-scan.ts'
import { utf8Pieces } from './scan/utf8-pieces.ts'
import { arrayOf, isRecord, lacks, own } from './untrusted.ts'

/** How many bytes are read before the items found in them are yielded. */
const AT_ONCE = 1 << 20
/** How many characters of a text are encoded at once. */
const CHARACTERS = 1 << 16

/**
 * Yields the entries of a HAR, its pages as soon as they are known, and finally its writer, all unchecked. Only what a
 * diagnosis reads is kept, so bodies take no memory.
 * @throws {HarSyntaxError} if the bytes aren't JSON, or are cut off before the first entry is complete.
 * @throws {HarFormatError} if the JSON isn't a HAR.
 */
export async function* jsonEntries(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<RawItem> {
  const { pieces, placeInFile } = await utf8Pieces(chunks)
  let scan: HarScan | null = null
  for await (const piece of pieces) {
    for (let at = 0; at === 0 || at < piece.length; at += AT_ONCE) {
      const part = piece.subarray(at, at + AT_ONCE)
      const isFirst = scan === null
      scan ??= new HarScan(part)
      yield* placed(scan.feed.bind(scan, part, isFirst), placeInFile)
    }
  }
  if (scan !== null) yield* placed(scan.end.bind(scan), placeInFile)
}

/** Yields what {@link jsonEntries} does, from text that is already decoded. */
export function* textEntries(text: string): Generator<RawItem> {
  let scan: HarScan | null = null
  let at = text.startsWith('\ufeff') ? 1 : 0
  do {
    // The halves of a surrogate pair stay together.
    const isSplit = /[\ud800-\udbff]/.test(text.charAt(at + CHARACTERS - 1))
    const end = at + CHARACTERS - (isSplit ? 1 : 0)
    const part = new TextEncoder().encode(text.slice(at, end))
    const isFirst = scan === null
    scan ??= new HarScan(part)
    yield* scan.feed(part, isFirst)
    at = end
  } while (at < text.length)
  yield* scan.end()
}

/** Returns what `read` does, with positions in the text converted to positions in the file. */
function placed(read: () => readonly RawItem[], placeInFile: (offset: number) => number): readonly RawItem[] {
  try {
    return read().map((item) =>
      item.type === 'truncated' ? { ...item, byteOffset: placeInFile(item.byteOffset) } : item,
    )
  } catch (error) {
    if (!(error instanceof HarSyntaxError)) throw error
    throw new HarSyntaxError(placeInFile(error.byteOffset), error.reason, error.isCutOff)
  }
}

/**
 * Yields what {@link jsonEntries} does, from a value that is already parsed: `{log: {entries}}`, a bare `log` as
 * `devtools.network.getHAR()` returns it, or a bare list of entries.
 */
export function* parsedEntries(root: unknown): Generator<RawItem> {
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
