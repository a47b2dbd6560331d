import { HarSyntaxError } from '../har-error.ts'

/** How many bytes are collected before the kind of file is decided. */
const HEAD = 4096

type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** A recording's text as UTF-8, in pieces. */
export interface Utf8Pieces {
  /** The first piece has at least {@link HEAD} bytes if the text has that many. There is no byte order mark. */
  readonly pieces: AsyncIterable<Uint8Array>
  /** How many bytes of the file precede the text. */
  readonly begin: number
  /** Returns how many bytes of the file a part of the text takes. */
  sizeInFile(text: Uint8Array): number
}

/**
 * Returns the text of a file as UTF-8: decompressed if it's compressed with gzip, and UTF-16 (which Windows PowerShell
 * writes with `>`) converted if a byte order mark announces it. Positions in a compressed file refer to its content.
 * @throws {HarSyntaxError} for a zip archive, which may hold several recordings.
 */
export async function utf8Pieces(bytes: Bytes, mayBeCompressed = true): Promise<Utf8Pieces> {
  const chunks = asyncChunks(bytes)
  const head = await headOf(chunks)
  const [first = 0, second = 0] = head
  if (first === 0x1f && second === 0x8b && mayBeCompressed)
    return utf8Pieces(decompressed(joined(head, chunks)), false)
  if (first === 0x50 && second === 0x4b)
    throw new HarSyntaxError(0, 'the file is a zip archive; unpack it first')
  if (first === 0xff && second === 0xfe) return fromUtf16(joined(head, chunks), 'utf-16le')
  if (first === 0xfe && second === 0xff) return fromUtf16(joined(head, chunks), 'utf-16be')
  const mark = first === 0xef && second === 0xbb && head[2] === 0xbf ? 3 : 0
  return { pieces: joined(head.subarray(mark), chunks), begin: mark, sizeInFile: ({ length }) => length }
}

async function* asyncChunks(bytes: Bytes): AsyncGenerator<Uint8Array> {
  yield* bytes
}

async function headOf(chunks: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  let head = new Uint8Array()
  while (head.length < HEAD) {
    const { done, value } = await chunks.next()
    if (done === true) break
    const longer = new Uint8Array(head.length + value.length)
    longer.set(head)
    longer.set(value, head.length)
    head = longer
  }
  return head
}

async function* joined(head: Uint8Array, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield head
  yield* rest
}

function fromUtf16(bytes: AsyncIterable<Uint8Array>, encoding: 'utf-16le' | 'utf-16be'): Utf8Pieces {
  const decoder = new TextDecoder(encoding)
  const encoder = new TextEncoder()
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytes) yield encoder.encode(decoder.decode(chunk, { stream: true }))
  }
  return { pieces: pieces(), begin: 2, sizeInFile: (text) => 2 * unitsOf(text) }
}

/** Returns the number of UTF-16 code units of the characters that begin in a part of UTF-8 text. */
function unitsOf(text: Uint8Array): number {
  let units = 0
  for (const byte of text) if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1
  return units
}

/** Returns the content of a gzip file, as far as it can be decompressed. */
async function* decompressed(bytes: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  const stream = new DecompressionStream('gzip')
  const reader = stream.readable.getReader()
  const fed = feed(bytes, stream.writable.getWriter())
  let length = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done || value === undefined) break
      length += value.length
      yield value
    }
  } catch {
    if (length === 0) throw new HarSyntaxError(0, 'the file is compressed with gzip, but damaged')
  } finally {
    await reader.cancel().catch(() => undefined)
  }
  await fed
}

/** Writes all bytes. Rejects if they can't be read; if they can't be decompressed, the reader gets the error. */
async function feed(bytes: AsyncIterable<Uint8Array>, writer: ByteWriter): Promise<void> {
  let isOpen = true
  const stop = (): void => {
    isOpen = false
  }
  for await (const chunk of bytes) {
    // It's decompressed later; the chunk may have other content by then.
    await writer.write(chunk.slice()).catch(stop)
    if (!isOpen) return
  }
  await writer.close().catch(stop)
}
