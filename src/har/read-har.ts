import type { HarEntry } from './har-entry.ts'
import type { HarFile } from './har-file.ts'
import { HarReader } from './har-reader.ts'
import { jsonEntries, parsedEntries, textEntries } from './json-entries.ts'

/**
 * A recording in HAR format: its text, its bytes (at once, or as they arrive; gzip is decompressed), or the object that
 * `JSON.parse` made of it. Besides `{log: {entries}}` a bare `log` and a bare list of entries are accepted.
 */
export type HarSource = string | Uint8Array | AsyncIterable<Uint8Array> | Iterable<Uint8Array> | object

/** What a recording is called in a report. */
export interface ReadOptions {
  /** The file's name, as reports show it. Default: "recording.har". */
  readonly name?: string | undefined
  /** The file's index if there are several. Default: 0. */
  readonly file?: number | undefined
}

/** How a recording is read while something else goes on. */
export interface ReadingOptions extends ReadOptions {
  /** Gets each entry as it was recorded, without what nothing reads, such as most bodies. */
  readonly keepRaw?: (index: number, value: unknown) => void
}

/**
 * Reads a recording. An entry that can't be read doesn't spoil the others: it's listed in `skipped`. A file that is cut
 * off gives the entries before that place. Bodies need no memory, whatever their size.
 *
 * @example
 * ```ts
 * const { recording, entries, skipped } = await readHar(createReadStream('shop.har'), { name: 'shop.har' })
 * console.log(recording.browser, entries.length, skipped.map(({ why }) => why))
 * ```
 * @throws {HarSyntaxError} if the source isn't JSON text, or is cut off before its first entry is whole.
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
 * Reads a recording as {@link readHar} does, and yields again and again the entries that it has so far. The list is the
 * same one each time; a later one replaces it if a file gives its entries twice.
 */
export async function* readingHar(
  source: HarSource,
  { file = 0, name = 'recording.har', keepRaw }: ReadingOptions = {},
): AsyncGenerator<readonly HarEntry[], HarFile> {
  const reader = new HarReader(file, name, keepRaw)
  const bytes = typeof source === 'string' ? null : bytesOf(source)
  const items =
    typeof source === 'string'
      ? textEntries(source)
      : bytes === null
        ? parsedEntries(source)
        : jsonEntries(bytes)
  let taken = 0
  for await (const item of items) {
    reader.take(item)
    if (++taken % AT_A_TIME === 0) yield reader.entries
  }
  return reader.end()
}

/** How many items are taken before something else may run. */
const AT_A_TIME = 100

/** Returns what {@link readHar} does, at once, for a text at hand. Throws as it does. */
export function readHarText(text: string, file: number, name: string): HarFile {
  const reader = new HarReader(file, name)
  for (const item of textEntries(text)) reader.take(item)
  return reader.end()
}

/** Returns a source's bytes, or null if the source is a parsed recording. */
function bytesOf(source: object): AsyncIterable<Uint8Array> | Iterable<Uint8Array> | null {
  if (isBytes(source)) return [source]
  const arrives =
    Symbol.asyncIterator in source || (Array.isArray(source) ? isBytes(source[0]) : Symbol.iterator in source)
  return arrives ? (source as AsyncIterable<Uint8Array> | Iterable<Uint8Array>) : null
}

/** The bytes may come from another window, whose Uint8Array is another one. */
const isBytes = (value: unknown): value is Uint8Array => ArrayBuffer.isView(value)
