import { Unzip, UnzipInflate, UnzipPassThrough } from 'fflate'

/** A file in a ZIP archive. Its content has to be read before the next one is requested. */
export interface ZippedFile {
  readonly name: string
  readonly content: AsyncIterable<Uint8Array>
}

/** Thrown for an archive that is damaged, encrypted, or compressed with an unsupported method. */
export class ZipError extends Error {
  override readonly name = 'ZipError'
  readonly type = 'zip error'
}

/** How many bytes of an archive are unpacked at once; their content has to fit in memory. */
const AT_ONCE = 1 << 15

/**
 * Yields the wanted files of a ZIP archive, one after the other, as its bytes arrive; the others are skipped.
 * @throws {ZipError}
 */
export async function* unzip(
  bytes: AsyncIterable<Uint8Array>,
  wanted: (name: string) => boolean,
): AsyncGenerator<ZippedFile> {
  /** The files that have begun, each with its unpacked but unread content. */
  const files: Unpacking[] = []
  const reader = new Unzip((file) => {
    if (!wanted(file.name)) return
    const unpacking: Unpacking = { name: file.name, chunks: [], ended: false, error: null }
    files.push(unpacking)
    file.ondata = (error, chunk, final) => {
      if (error !== null) unpacking.error = new ZipError(`${file.name}: ${error.message}`)
      else unpacking.chunks.push(chunk)
      unpacking.ended ||= final
    }
    file.start()
  })
  reader.register(UnzipInflate)
  reader.register(UnzipPassThrough)
  const pieces = piecesOf(bytes)[Symbol.asyncIterator]()
  let isOver = false
  const more = async (): Promise<void> => {
    const { done, value } = await pieces.next()
    isOver = done === true
    try {
      reader.push(value ?? new Uint8Array(0), isOver)
    } catch (error) {
      throw new ZipError(error instanceof Error ? error.message : String(error))
    }
  }
  const contentOf = async function* (file: Unpacking): AsyncGenerator<Uint8Array> {
    for (;;) {
      if (file.error !== null) throw file.error
      yield* file.chunks.splice(0)
      if (file.ended) return
      if (isOver) throw new ZipError(`${file.name}: the archive ends inside this file`)
      await more()
    }
  }
  while (!isOver || files.length > 0) {
    const file = files.shift()
    if (file === undefined) await more()
    else yield { name: file.name, content: contentOf(file) }
  }
}

interface Unpacking {
  readonly name: string
  readonly chunks: Uint8Array[]
  ended: boolean
  error: ZipError | null
}

/** Copies, because files that aren't compressed are passed on as parts of them, and are read later. */
async function* piecesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes)
    for (let at = 0; at < chunk.length; at += AT_ONCE) yield chunk.slice(at, at + AT_ONCE)
}
