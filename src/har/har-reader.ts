import { AlikeEntries } from './alike-entries.ts'
import type { HarEntry, SkippedEntry, Truncation } from './har-entry.ts'
import type { HarFile } from './har-file.ts'
import { openedOrigins } from './opened-origins.ts'
import { NO_PAGES, pageOf, pageUrls } from './page-urls.ts'
import { isSkipped, parseEntry } from './parse-entry.ts'
import type { RawItem, RawLog } from './raw-item.ts'
import { describeRecording, sampleSize } from './recording.ts'
import type { Likeness } from './scan/likeness.ts'
import { own, stringOrNull } from './untrusted.ts'

/** Checks what a HAR holds, piece by piece. */
export class HarReader {
  /** The entries that could be read so far, in the file's order. */
  entries: HarEntry[] = []
  skipped: SkippedEntry[] = []
  readonly #file: number
  readonly #name: string
  readonly #keepRaw: ((index: number, value: unknown) => void) | null
  #log: RawLog = { creator: undefined, browser: undefined }
  #pages = NO_PAGES
  readonly #alike = new AlikeEntries()
  /** The `pageref` of each entry, kept as long as the recording may still define these pages. */
  #pageRefs: (string | null)[] = []
  #pagesCameLate = false
  #truncated: Truncation | null = null

  /** `keepRaw` gets each entry as it was recorded. */
  constructor(file: number, name: string, keepRaw: ((index: number, value: unknown) => void) | null = null) {
    this.#file = file
    this.#name = name
    this.#keepRaw = keepRaw
  }

  /** Reads the next part of the recording. */
  take(item: RawItem): void {
    switch (item.type) {
      case 'entry':
        this.#takeEntry(item.index, item.value)
        break
      case 'pages':
        this.#pages = pageUrls(item.pages)
        this.#pagesCameLate = this.entries.length > 0
        break
      case 'restart':
        this.entries = []
        this.skipped = []
        this.#pageRefs = []
        this.#pages = NO_PAGES
        break
      case 'truncated':
        this.#truncated = { file: this.#file, byteOffset: item.byteOffset, why: item.why }
        break
      case 'log':
        this.#log = item.log
        break
    }
  }

  /** Returns the whole recording after the last part. */
  end(): HarFile {
    const entries = this.#pagesCameLate
      ? this.entries.map((entry, at) => ({ ...entry, page: pageOf(this.#pages, this.#pageRefs[at] ?? null) }))
      : this.entries
    return {
      recording: {
        ...describeRecording(this.#log, entries.slice(0, sampleSize), this.#file, this.#name),
        opened: openedOrigins(entries),
      },
      entries,
      skipped: this.skipped,
      truncated: this.#truncated,
    }
  }

  /** Reads an entry that is like another one. Reports whether it could; otherwise the whole entry has to be taken. */
  takeAlike(index: number, like: Likeness): boolean {
    const entry = this.#alike.read(like, this.#file, index, this.#pages)
    if (entry === null) return false
    this.#add(entry, like.model)
    return true
  }

  #add(entry: HarEntry, recorded: unknown): void {
    this.entries.push(entry)
    // Of those that name none, nothing changes.
    if (entry.ofPage) this.#pageRefs[this.entries.length - 1] = stringOrNull(own(recorded, 'pageref'))
  }

  #takeEntry(index: number, value: unknown): void {
    this.#keepRaw?.(index, value)
    const parsed = parseEntry(value, this.#file, index, this.#pages)
    if (isSkipped(parsed)) this.skipped.push(parsed)
    else this.#add(parsed, value)
  }
}
