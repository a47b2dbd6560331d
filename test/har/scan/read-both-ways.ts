import type { HarFile } from '../../../src/har/har-file.ts'
import { HarReader } from '../../../src/har/har-reader.ts'
import { parsedEntries } from '../../../src/har/json-entries.ts'
import type { RawItem } from '../../../src/har/raw-item.ts'
import { HarScan, type TakeAlike } from '../../../src/har/scan/har-scan.ts'
import { READ_OF_HAR } from '../../../src/har/scan/kept-of-har.ts'
import { borrowFinder, type StructureFinder } from '../../../src/har/scan/structure-finder.ts'

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

type Take = (item: RawItem) => void

/** Returns what is read of the items, or the message of the error. */
function fileOf(read: (take: Take, takeAlike: TakeAlike) => Iterable<void>): HarFile | string {
  const reader = new HarReader(0, 'a.har')
  try {
    for (const _ of read(
      (item) => reader.take(item),
      (index, like) => reader.takeAlike(index, like),
    ));
    return reader.end()
  } catch (error) {
    return String(error)
  }
}

function* scanned(
  bytes: Uint8Array,
  size: number,
  take: Take,
  finder: StructureFinder | null,
  takeAlike: TakeAlike,
): Generator<void> {
  const inRoom = (part: Uint8Array): Uint8Array => {
    if (finder === null) return part
    finder.room.set(part)
    return finder.room.subarray(0, part.length)
  }
  const scan = new HarScan(bytes.subarray(0, Math.max(size, 200)), take, READ_OF_HAR, takeAlike)
  if (finder !== null) scan.hasFinder(finder)
  for (let at = 0; at < Math.max(1, bytes.length); at += size) {
    scan.feed(inRoom(bytes.subarray(at, at + size)), at === 0)
    yield
  }
  scan.end()
}

/** Reads a text as JSON.parse does. */
export const parsed = (text: string): HarFile | string =>
  fileOf((take) => parsedEntries(JSON.parse(text), take))
/** Reads bytes with the scanner, in pieces of a size; with a finder, through its room. */
export const read = (
  bytes: Uint8Array,
  size: number,
  finder: StructureFinder | null = null,
): HarFile | string => fileOf((take, takeAlike) => scanned(bytes, size, take, finder, takeAlike))

export const finder = borrowFinder()
