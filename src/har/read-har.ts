import type { HarEntry } from './har-entry.ts'
import type { HarFile } from './har-file.ts'
import { HarReader } from './har-reader.ts'
import { jsonEntries, parsedEntries, textEntries } from './json-entries.ts'
import type { RawItem } from './raw-item.ts'
import { KEPT_OF_HAR, READ_OF_HAR } from './scan/kept-of-har.ts'

/**
 * A recording in HAR format: its text, its bytes (at once, or as they arrive; gzip is decompressed), or the object that
 * `JSON.parse` returned for it. A bare `log` and a bare list of entries are accepted as well as `{log: {entries}}`.
 */
export type HarSource = string | Uint8Array | AsyncIterable<Uint8Array> | Iterable<Uint8Array> | object

/** What a recording is called in a report. */
export interface ReadOptions {
  /** The file's name, as reports show it. Default: "recording.har". */
  readonly name?: string | undefined
  /** The file's index if there are several. Default: 0. */
  readonly file?: number | undefined
}

/** How a recording is read while other work goes on. */
export interface ReadingOptions extends ReadOptions {
  /** Called with each entry as recorded, without the parts that nothing reads, such as most bodies. */
  readonly keepRaw?: (index: number, value: unknown) => void
}

/**
 * Reads a recording. Entries that can't be read are listed in `skipped`, and all others are returned. If a file is cut
 * off, the entries before that place are returned. Bodies take no memory, whatever their size.
 *
 * @example
 * ```ts
 * const { recording, entries, skipped } = await readHar(createReadStream('shop.har'), { name: 'shop.har' })
 * console.log(recording.browser, entries.length, skipped.map(({ why }) => why))
 * ```
 * @throws {HarSyntaxError} if the source isn't JSON text, or is cut off before its first entry is complete.
 * @throws {HarFormatError} if it's JSON, but not a HAR.
 */
export async function readHar(source: HarSource, options: ReadOptions = {}): Promise<HarFile> {
  const reading = readingHar(source, options)
  for (;;) {
    const { done, value } = await reading.next()
    if (done === true) return value
  }
}

/**
 * Reads a recording as {@link readHar} does, and repeatedly yields the entries read so far. It's the same list each time,
 * unless a file has its entries twice: then a new list replaces it.
 */
export async function* readingHar(
  source: HarSource,
  { file = 0, name = 'recording.har', keepRaw }: ReadingOptions = {},
): AsyncGenerator<readonly HarEntry[], HarFile> {
  const reader = new HarReader(file, name, keepRaw)
  const take = (item: RawItem): void => reader.take(item)
  const keep = keepRaw === undefined ? READ_OF_HAR : KEPT_OF_HAR
  const bytes = typeof source === 'string' ? null : bytesOf(source)
  const steps =
    typeof source === 'string'
      ? textEntries(source, keep, take)
      : bytes === null
        ? parsedEntries(source, take)
        : jsonEntries(
            bytes,
            keep,
            take,
            keepRaw === undefined ? (index, like) => reader.takeAlike(index, like) : undefined,
          )
  for await (const _ of steps) yield reader.entries
  return reader.end()
}

/** Returns what {@link readHar} does, synchronously, for a text in memory. Throws the same errors. */
export function readHarText(text: string, file: number, name: string): HarFile {
  const reader = new HarReader(file, name)
  const steps = textEntries(text, READ_OF_HAR, (item) => reader.take(item))
  while (steps.next().done !== true);
  return reader.end()
}

/** Returns a source's bytes, or null if the source is a parsed recording. */
function bytesOf(source: object): AsyncIterable<Uint8Array> | Iterable<Uint8Array> | null {
  if (isBytes(source)) return [source]
  const arrives =
    Symbol.asyncIterator in source || (Array.isArray(source) ? isBytes(source[0]) : Symbol.iterator in source)
  return arrives ? (source as AsyncIterable<Uint8Array> | Iterable<Uint8Array>) : null
}

/** The bytes may come from another window, which has its own Uint8Array. */
const isBytes = (value: unknown): value is Uint8Array => ArrayBuffer.isView(value)
