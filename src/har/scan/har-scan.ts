import { HarFormatError, HarSyntaxError } from '../har-error.ts'
import type { RawItem } from '../raw-item.ts'
import { arrayOf, own } from '../untrusted.ts'
import { JsonScanner, type ScanSink } from './json-scanner.ts'
import type { Keep } from './keep.ts'
import { KEPT_OF_HAR } from './kept-of-har.ts'
import type { Likeness } from './likeness.ts'
import type { StructureFinder } from './structure-finder.ts'

type Kind = 'object' | 'list' | 'other'

/** The places of a HAR's parts, in its `log` or without one. */
const placesIn = (log: string) => ({
  entries: `${log}entries`,
  entry: `${log}entries[]`,
  pages: `${log}pages`,
  creator: `${log}creator`,
  browser: `${log}browser`,
})
const [BARE, IN_LOG] = [placesIn(''), placesIn('log.')]

/** Gets an entry that is like another one, and reports whether it has made of it what it needs. */
export type TakeAlike = (index: number, like: Likeness) => boolean

/** A prefix before the JSON text is only searched for in the first bytes. */
const HEAD = 4096

/** The prefix of JSON that a page loads as a script: `onInputData(`, `window.callback (`. */
const CALL = /^\s*[A-Za-z_$][\w$.]{0,100}\s*\(\s*(?=[[{])/

/** A HAR while it is read. */
export class HarScan implements ScanSink {
  readonly #scanner: JsonScanner
  readonly #take: (item: RawItem) => void
  readonly #takeAlike: TakeAlike
  /** How many bytes precede the JSON text. */
  readonly #skipped: number
  #root: Kind | null = null
  #log: Kind | null = null
  #places = BARE
  #entries: Kind | null = null
  #count = 0
  #hasRequest = false
  #pages: unknown
  #creator: unknown
  #browser: unknown

  /**
   * `head` is the beginning of the file; it's passed to {@link feed} as well. `take` gets each item as soon as it's found,
   * reduced to what `keep` names. `takeAlike` gets an entry that is like another one first, and reports whether that is enough.
   */
  constructor(
    head: Uint8Array,
    take: (item: RawItem) => void,
    keep: Keep = KEPT_OF_HAR,
    takeAlike: TakeAlike = () => false,
  ) {
    this.#take = take
    this.#takeAlike = takeAlike
    const call = CALL.exec(new TextDecoder().decode(head.subarray(0, HEAD)))?.[0] ?? ''
    this.#skipped = new TextEncoder().encode(call).length
    this.#scanner = new JsonScanner(keep, this, this.#skipped, call !== '')
  }

  /** From now on the structure of bytes that lie in the finder's room is found there. */
  hasFinder(finder: StructureFinder): void {
    this.#scanner.hasFinder(finder)
  }

  /**
   * Reads more bytes. The first call must contain the whole head. Returns how many were read: all, or with `mayStop` those
   * before an object that is cut off. The next call then begins with that object.
   * @throws {HarSyntaxError}
   */
  feed(bytes: Uint8Array, isFirst = false, mayStop = false): number {
    const skipped = isFirst ? this.#skipped : 0
    return skipped + this.#scanner.feed(bytes.subarray(skipped), mayStop)
  }

  /**
   * Ends the file. A file that is cut off is accepted if it has at least one complete entry.
   * @throws {HarSyntaxError} if nothing complete was read.
   * @throws {HarFormatError} if it isn't a HAR.
   */
  end(): void {
    try {
      this.#scanner.end()
      this.#check()
    } catch (error) {
      const isUsable = this.#count > 0 && (this.#root === 'object' || this.#hasRequest)
      if (!(error instanceof HarSyntaxError && error.isCutOff && isUsable)) throw error
      this.#take({ type: 'truncated', byteOffset: error.byteOffset, why: error.reason })
    }
    this.#take({ type: 'log', log: { creator: this.#creator, browser: this.#browser } })
  }

  begins(place: string, kind: Kind): void {
    if (place === 'root') this.#root = kind
    else if (place === 'log') {
      // If members have the same name, the last one wins, and a `log` wins over its siblings.
      if (this.#count > 0 || this.#pages !== undefined) this.#take({ type: 'restart' })
      this.#log = kind
      this.#places = IN_LOG
      this.#entries = null
      this.#count = 0
      this.#pages = undefined
      this.#creator = undefined
      this.#browser = undefined
    } else if (place === this.#places.entries) {
      if (this.#count > 0) {
        this.#take({ type: 'restart' })
        this.#take(this.#pagesItem())
      }
      this.#entries = kind
      this.#count = 0
    }
  }

  alike(place: string, like: Likeness): boolean {
    if (place !== 'root[]' && place !== this.#places.entry) return false
    if (!this.#takeAlike(this.#count, like)) return false
    this.#count++
    this.#hasRequest = true
    return true
  }

  captured(place: string, value: unknown): void {
    if (place === 'root[]' || place === this.#places.entry) {
      this.#hasRequest ||= own(value, 'request') !== undefined
      this.#take({ type: 'entry', index: this.#count++, value })
    } else if (place === this.#places.pages) {
      this.#pages = value
      this.#take(this.#pagesItem())
    } else if (place === this.#places.creator) this.#creator = value
    else if (place === this.#places.browser) this.#browser = value
  }

  #pagesItem(): RawItem {
    return { type: 'pages', pages: arrayOf(this.#pages) }
  }

  #check(): void {
    if (this.#root === 'list') {
      if (!this.#hasRequest) throw new HarFormatError('the file', 'an array, but not of HAR entries')
      return
    }
    if (this.#root !== 'object') throw new HarFormatError('the file', 'not a JSON object')
    if (this.#log === null && this.#entries === null) throw new HarFormatError('log', 'missing')
    if (this.#log !== null && this.#log !== 'object') throw new HarFormatError('log', 'not an object')
    if (this.#entries !== 'list')
      throw new HarFormatError(this.#places.entries, this.#entries === null ? 'missing' : 'not an array')
  }
}
