import { ByteBuffer } from './byte-buffer.ts'
import { COLON, COMMA, OPEN_LIST, OPEN_OBJECT, QUOTE } from './byte-classes.ts'
import { JsonReader } from './json-reader.ts'
import { type Keep, keepOf, NOTHING } from './keep.ts'
import type { Likeness } from './likeness.ts'
import type { StructureFinder } from './structure-finder.ts'
import { WholeValues } from './whole-values.ts'

/** Receives what a scan finds. */
export interface ScanSink {
  /** A value with a `place` begins. */
  begins(place: string, kind: 'object' | 'list' | 'other'): void
  /** A `captured` value has ended; `value` is what `JSON.parse` returns for the parts that were kept. */
  captured(place: string, value: unknown): void
  /** A `captured` value is like another one. Reports whether that is enough; otherwise {@link captured} follows. */
  alike(place: string, like: Likeness): boolean
}

/** A container of which only some parts are kept. */
interface Chosen {
  readonly keep: Keep
  /** How many items were read, and how many parts were kept. */
  read: number
  kept: number
}

/** How the current value is treated: part by part, or as a whole. */
type Region = 'choose' | 'drop' | 'copy' | 'beginning'

/** If a string appears where an object or a list is expected, only its type matters. */
const ENOUGH_FOR_KIND = 16
/** The most bytes that a UTF-16 code unit takes, written as an escape. */
const LONGEST_UNIT = 6
/** No name that is kept is longer. */
const LONGEST_NAME = 64

/**
 * Reads JSON text in pieces that may end anywhere, and keeps the parts named by `root`. It needs as much memory as the
 * largest captured value, whatever the size of the text.
 */
export class JsonScanner extends JsonReader {
  readonly #root: Keep
  readonly #sink: ScanSink
  readonly #chosen: Chosen[] = []
  #region: Region = 'choose'
  #regionDepth = 0
  /** Where the part of the chunk begins that isn't copied yet. */
  #from = 0
  /** How many UTF-16 code units of a string's beginning are kept, and how many bytes are copied for them. */
  #most = 0
  #left = 0
  #mark: Uint8Array = new Uint8Array()
  #stringStart = 0
  /** The bytes with the name of the member whose value comes next. */
  #name: Uint8Array = new Uint8Array()
  #nameStart = 0
  #nameEnd = 0
  #nameIsEscaped = false
  #capture: Keep | null = null
  #captureDepth = 0
  readonly #out = new ByteBuffer()
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true })

  #whole: WholeValues | null = null
  /** That of the values that are read whole. */
  #place = ''

  constructor(root: Keep, sink: ScanSink, offset = 0, isArgument = false) {
    super(offset, isArgument)
    this.#root = root
    this.#sink = sink
  }

  /** From now on the structure of chunks that lie in the finder's room is found there. */
  hasFinder(finder: StructureFinder): void {
    this.#whole = new WholeValues(finder, (like) => this.#sink.alike(this.#place, like))
  }

  protected override takesWhole(bytes: Uint8Array, at: number): number {
    const around = this.#chosen.at(-1)
    if (this.#whole === null || this.#capture !== null || around === undefined || this.#region !== 'choose')
      return at
    const { items, most = Number.POSITIVE_INFINITY } = around.keep
    if (items?.captured !== true || this.open.at(-1) !== OPEN_LIST || around.read >= most) return at
    const { place = '' } = items
    this.#place = place
    const end = this.#whole.read(bytes, at, items)
    if (end < 0) return -1
    around.read++
    if (this.#whole.isTaken) return end
    this.#sink.begins(place, 'object')
    this.#sink.captured(place, this.#whole.last)
    return end
  }

  protected begins(byte: number, at: number): void {
    if (this.#region !== 'choose') return
    const around = this.#chosen.at(-1)
    const keep = around === undefined ? this.#root : this.#keptOf(around)
    if (keep.place !== undefined)
      this.#sink.begins(keep.place, byte === OPEN_OBJECT ? 'object' : byte === OPEN_LIST ? 'list' : 'other')
    if (keep.captured === true) {
      this.#capture = keep
      this.#captureDepth = this.open.length
      this.#out.clear()
    } else if (around !== undefined && this.#capture !== null && keep.take !== 'nothing') {
      this.#introduce(around)
    }
    this.#regionDepth = this.open.length
    this.#region = this.#regionOf(keep, byte)
    if (this.#region === 'copy') this.#from = at
    else if (this.#region === 'beginning') {
      this.#out.push(QUOTE)
      this.#stringStart = this.#out.length
      this.#from = at + 1
    } else if (this.#region === 'choose') {
      this.#chosen.push({ keep, read: 0, kept: 0 })
      if (this.#capture !== null) this.#out.push(byte)
    }
  }

  protected closes(opening: number): void {
    if (this.#region !== 'choose') return
    this.#chosen.pop()
    if (this.#capture !== null) this.#out.push(opening + 2)
  }

  protected ended(bytes: Uint8Array, at: number): void {
    const depth = this.open.length
    if (this.#region !== 'choose') {
      if (depth !== this.#regionDepth) return
      if (this.#region === 'copy') this.#out.append(bytes, this.#from, at)
      else if (this.#region === 'beginning') this.#endBeginning(bytes, at)
      this.#region = 'choose'
    }
    if (this.#capture === null || depth !== this.#captureDepth) return
    const { place = '' } = this.#capture
    this.#capture = null
    this.#sink.captured(place, JSON.parse(this.#decoder.decode(this.#out.bytes)))
  }

  protected named(bytes: Uint8Array, start: number, end: number, isEscaped: boolean): void {
    if (this.#region !== 'choose') return
    this.#name = bytes
    this.#nameStart = start
    this.#nameEnd = end
    this.#nameIsEscaped = isEscaped
  }

  protected chunkEnds(bytes: Uint8Array): void {
    const end = bytes.length
    if (this.#region === 'copy') this.#out.append(bytes, this.#from, end)
    else if (this.#region === 'beginning') this.#copyBeginning(bytes, end)
    this.#from = 0
    // Its value may come with the next chunk.
    this.#name = this.#name.slice(this.#nameStart, this.#nameEnd)
    this.#nameStart = 0
    this.#nameEnd = this.#name.length
    this.#whole?.forget()
  }

  #endBeginning(bytes: Uint8Array, at: number): void {
    // Without the closing quote.
    this.#copyBeginning(bytes, at - 1)
    const copied = this.#out.length
    if (copied - this.#stringStart > this.#most) this.#out.shortenString(this.#stringStart, this.#most)
    if (this.#left < 0 || this.#out.length < copied) this.#out.append(this.#mark, 0, this.#mark.length)
    this.#out.push(QUOTE)
  }

  #copyBeginning(bytes: Uint8Array, end: number): void {
    if (this.#left > 0) this.#out.append(bytes, this.#from, Math.min(end, this.#from + this.#left))
    this.#left -= end - this.#from
  }

  #keptOf(around: Chosen): Keep {
    const { items = NOTHING, members, most = Number.POSITIVE_INFINITY } = around.keep
    if (this.open.at(-1) === OPEN_LIST) return around.read++ < most ? items : NOTHING
    const length = this.#nameEnd - this.#nameStart
    if (members === undefined || length > LONGEST_NAME) return NOTHING
    if (!this.#nameIsEscaped)
      return keepOf(members, this.#name, this.#nameStart, this.#nameEnd)?.keep ?? NOTHING
    const written = this.#decoder.decode(this.#name.subarray(this.#nameStart, this.#nameEnd))
    const name = new TextEncoder().encode(JSON.parse(`"${written}"`))
    return keepOf(members, name, 0, name.length)?.keep ?? NOTHING
  }

  /** Writes what precedes a value in its container. */
  #introduce(around: Chosen): void {
    if (around.kept++ > 0) this.#out.push(COMMA)
    if (this.open.at(-1) === OPEN_LIST) return
    this.#out.push(QUOTE)
    this.#out.append(this.#name, this.#nameStart, this.#nameEnd)
    this.#out.push(QUOTE)
    this.#out.push(COLON)
  }

  #regionOf(keep: Keep, byte: number): Region {
    const opens = byte === OPEN_LIST || byte === OPEN_OBJECT
    const hasParts = byte === OPEN_LIST ? keep.items !== undefined : keep.members !== undefined
    if (keep.take === 'parts' && opens && hasParts) return 'choose'
    if (keep.take === 'nothing' || this.#capture === null) return 'drop'
    if (keep.take === 'all' || (!opens && byte !== QUOTE)) return 'copy'
    if (opens) {
      // Only its type matters.
      this.#out.push(byte)
      this.#out.push(byte + 2)
      return 'drop'
    }
    this.#most = keep.most ?? ENOUGH_FOR_KIND
    this.#left = this.#most * LONGEST_UNIT
    this.#mark = new TextEncoder().encode(keep.mark ?? '')
    return 'beginning'
  }
}
