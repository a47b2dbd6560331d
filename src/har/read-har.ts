import type { HarEntry, Recording, SkippedEntry } from './har-entry.ts'
import { parsedEntries, type RawItem, textEntries } from './json-entries.ts'
import { type HarItem, startReading, streamHar } from './stream-har.ts'

/**
 * A recording in HAR format: its text, its bytes (at once, or as they arrive), or the object that `JSON.parse` made
 * of it. Besides `{log: {entries}}` a bare `log` and a bare list of entries are accepted.
 */
export type HarSource = string | Uint8Array | AsyncIterable<Uint8Array> | Iterable<Uint8Array> | object

/** What a recording is called in a report. */
export interface ReadOptions {
  /** The file's name, as reports show it. Default: "recording.har". */
  readonly name?: string | undefined
  /** The file's index if there are several. Default: 0. */
  readonly file?: number | undefined
}

/** A HAR file that was read. */
export interface HarFile {
  /** Who wrote the file, and what that writer leaves out. */
  readonly recording: Recording
  /** The entries that could be read, in the file's order. */
  readonly entries: readonly HarEntry[]
  /** The entries that couldn't be read, each with the reason. */
  readonly skipped: readonly SkippedEntry[]
}

/**
 * Reads a recording. An entry that can't be read doesn't spoil the others: it's listed in `skipped`.
 *
 * @example
 * ```ts
 * const { recording, entries, skipped } = await readHar(createReadStream('shop.har'), { name: 'shop.har' })
 * console.log(recording.browser, entries.length, skipped.map(({ why }) => why))
 * ```
 * @throws {HarSyntaxError} if the source isn't JSON text or is cut off.
 * @throws {HarFormatError} if it's JSON, but not a HAR.
 */
export async function readHar(source: HarSource, options: ReadOptions = {}): Promise<HarFile> {
  const { file = 0, name = 'recording.har' } = options
  const bytes = typeof source === 'string' ? null : bytesOf(source)
  if (bytes === null)
    return fileOf(typeof source === 'string' ? textEntries(source) : parsedEntries(source), file, name)
  const items: HarItem[] = []
  for await (const item of streamHar(bytes, file, name)) items.push(item)
  return sorted(items)
}

/** Returns what {@link readHar} does, at once, for a text at hand. Throws as it does. */
export const readHarText = (text: string, file: number, name: string): HarFile =>
  fileOf(textEntries(text), file, name)

function fileOf(raw: Iterable<RawItem>, file: number, name: string): HarFile {
  const reader = startReading(file, name)
  const items = [...raw].flatMap(reader.take)
  return sorted([...items, reader.end()])
}

function sorted(items: readonly HarItem[]): HarFile {
  const entries: HarEntry[] = []
  const skipped: SkippedEntry[] = []
  let recording: Recording | null = null
  for (const item of items) {
    if (item.type === 'entry') entries.push(item.entry)
    else if (item.type === 'skipped') skipped.push(item.skipped)
    else recording = item.recording
  }
  if (recording === null) throw new Error('a recording without its description')
  return { recording, entries, skipped }
}

/** Returns a source's bytes, or null if the source is a parsed recording. */
function bytesOf(source: object): AsyncIterable<Uint8Array> | Iterable<Uint8Array> | null {
  if (source instanceof Uint8Array) return [source]
  const isBytes =
    Symbol.asyncIterator in source ||
    (Array.isArray(source) ? source[0] instanceof Uint8Array : Symbol.iterator in source)
  return isBytes ? (source as AsyncIterable<Uint8Array> | Iterable<Uint8Array>) : null
}
