import { HarFormatError, HarSyntaxError } from './har-error.ts'
import { parsedJson } from './parsed-json.ts'
import type { RawItem } from './raw-item.ts'
import { HarScan, type TakeAlike } from './scan/har-scan.ts'
import type { Keep } from './scan/keep.ts'
import { READ_OF_HAR } from './scan/kept-of-har.ts'
import { borrowFinder, returnFinder, type StructureFinder } from './scan/structure-finder.ts'
import { utf8Pieces } from './scan/utf8-pieces.ts'
import { arrayOf, isRecord, lacks, own } from './untrusted.ts'

/** How many bytes are collected at first, and how many are read at once. A smaller file is read as a whole. */
const SMALL = 1 << 17
const LARGE = 1 << 20
/** How many characters of a text are encoded at once. */
const CHARACTERS = 1 << 16

/** Gets the entries of a HAR, its pages as soon as they are known, and finally its writer, all unchecked. */
export type TakeItem = (item: RawItem) => void

/**
 * Reads the bytes of a HAR and yields whenever other work may run. Only the parts that `keep` names are kept, so bodies
 * take no memory.
 * @throws {HarSyntaxError} if the bytes aren't JSON, or are cut off before the first entry is complete.
 * @throws {HarFormatError} if the JSON isn't a HAR.
 */
export async function* jsonEntries(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  keep: Keep,
  take: TakeItem,
  takeAlike?: TakeAlike,
): AsyncGenerator<void> {
  const { pieces, begin, sizeInFile } = await utf8Pieces(chunks)
  let room: Uint8Array = new Uint8Array(SMALL)
  let length = 0
  /** How much of the text, and of the file, precedes the room's content. */
  let [before, beforeInFile] = [0, begin]
  let scan: HarScan | null = null
  let finder: StructureFinder | null = null
  const placeInFile = (offset: number): number => beforeInFile + sizeInFile(room.subarray(0, offset - before))
  const takePlaced = (item: RawItem): void =>
    take(item.type === 'truncated' ? { ...item, byteOffset: placeInFile(item.byteOffset) } : item)
  const goOnIn = (larger: Uint8Array): void => {
    larger.set(room.subarray(0, length))
    room = larger
  }
  /** Reads the room's content, but for an entry that is cut off, of which the rest is yet to come. */
  const read = (isLast: boolean): void => {
    const isFirst = scan === null
    if (isFirst && !isLast) {
      // Where the structure of the text is found faster.
      finder = borrowFinder()
      if (finder !== null) goOnIn(finder.room)
    }
    const content = room.subarray(0, length)
    scan ??= new HarScan(content, takePlaced, keep, takeAlike)
    if (isFirst && finder !== null) scan.hasFinder(finder)
    const end = scan.feed(content, isFirst, !isLast)
    beforeInFile += sizeInFile(room.subarray(0, end))
    before += end
    room.copyWithin(0, end, length)
    length -= end
  }
  try {
    for await (const piece of pieces) {
      for (let at = 0; at < piece.length; ) {
        const part = piece.subarray(at, at + room.length - length)
        room.set(part, length)
        length += part.length
        at += part.length
        if (length < room.length) continue
        if (room.length < LARGE) goOnIn(new Uint8Array(LARGE))
        else {
          read(false)
          yield
        }
      }
    }
    const whole = scan === null && keep === READ_OF_HAR ? parsedJson(room.subarray(0, length)) : null
    if (whole !== null) {
      yield* parsedEntries(whole.value, take)
      return
    }
    read(true)
    yield
    ;(scan as HarScan | null)?.end()
  } catch (error) {
    if (!(error instanceof HarSyntaxError) || scan === null) throw error
    throw new HarSyntaxError(placeInFile(error.byteOffset), error.reason, error.isCutOff)
  } finally {
    if (finder !== null) returnFinder(finder)
  }
}

/** Reads text that is already decoded, as {@link jsonEntries} reads bytes. */
export function* textEntries(text: string, keep: Keep, take: TakeItem): Generator<void> {
  let scan: HarScan | null = null
  let at = text.startsWith('\ufeff') ? 1 : 0
  do {
    // The halves of a surrogate pair stay together.
    const isSplit = /[\ud800-\udbff]/.test(text.charAt(at + CHARACTERS - 1))
    const end = at + CHARACTERS - (isSplit ? 1 : 0)
    const part = new TextEncoder().encode(text.slice(at, end))
    const isFirst = scan === null
    scan ??= new HarScan(part, take, keep)
    scan.feed(part, isFirst)
    yield
    at = end
  } while (at < text.length)
  scan.end()
}

/** How many entries are read before other work may run. */
const AT_A_TIME = 100

/**
 * Reads a value that is already parsed, as {@link jsonEntries} reads bytes: `{log: {entries}}`, a bare `log` as
 * `devtools.network.getHAR()` returns it, or a bare list of entries.
 */
export function* parsedEntries(root: unknown, take: TakeItem): Generator<void> {
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
  take({ type: 'pages', pages: arrayOf(own(log, 'pages')) })
  for (const [index, value] of entries.entries()) {
    take({ type: 'entry', index, value })
    if (index % AT_A_TIME === AT_A_TIME - 1) yield
  }
  take({ type: 'log', log: { creator: own(log, 'creator'), browser: own(log, 'browser') } })
}
