import type { HarEntry, Recording, SkippedEntry } from './har-entry.ts'
import { jsonEntries, type RawItem, type RawLog } from './json-entries.ts'
import { NO_PAGES, pageUrls } from './page-urls.ts'
import { isSkipped, parseEntry } from './parse-entry.ts'
import { describeRecording, sampleSize } from './recording.ts'

export type HarItem =
  | { readonly type: 'entry'; readonly entry: HarEntry }
  | { readonly type: 'skipped'; readonly skipped: SkippedEntry }
  | { readonly type: 'recording'; readonly recording: Recording }

/**
 * Yields the entries of a HAR file in their order, a note for each that could not be read, and last of all who
 * wrote the file. `file` is its index among several, `name` is what to call it. Throws HarSyntaxError where the
 * bytes are not JSON, HarFormatError where the JSON is not a HAR.
 */
export async function* streamHar(
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  file: number,
  name: string,
): AsyncGenerator<HarItem> {
  const reader = startReading(file, name)
  for await (const raw of jsonEntries(bytes)) yield* reader.take(raw)
  yield reader.end()
}

/** Returns a reader of raw items. It keeps what identifies the writer, which stands at either end of a file. */
export function startReading(file: number, name: string) {
  const sample: HarEntry[] = []
  let log: RawLog = { creator: undefined, browser: undefined }
  let pages = NO_PAGES
  return {
    take(raw: RawItem): readonly HarItem[] {
      if (raw.type === 'log') {
        log = raw.log
        return []
      }
      if (raw.type === 'pages') {
        pages = pageUrls(raw.pages)
        return []
      }
      const parsed = parseEntry(raw.value, file, raw.index, pages)
      if (isSkipped(parsed)) return [{ type: 'skipped', skipped: parsed }]
      if (sample.length < sampleSize) sample.push(parsed)
      return [{ type: 'entry', entry: parsed }]
    },
    end: () => ({ type: 'recording', recording: describeRecording(log, sample, file, name) }) as const,
  }
}
