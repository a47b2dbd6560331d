import { type FileHandle, open } from 'node:fs/promises'

/** How much is read at once. */
const SIZE = 1 << 20

/**
 * Yields the content of a file. Each piece is only valid until the next one is requested, because two buffers take turns: while
 * one is read, the other is filled. Rejects as the file system does.
 */
export async function* filePieces(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path)
  let coming: Promise<Uint8Array> | null = null
  try {
    const found = await file.stat()
    if (!found.isFile()) {
      yield* file.createReadStream({ highWaterMark: SIZE, autoClose: false })
      return
    }
    // Files that the system makes up are said to be empty.
    const size = found.size === 0 ? SIZE : Math.min(SIZE, found.size + 1)
    let filled = new Uint8Array(size)
    let free = new Uint8Array(size)
    coming = fill(file, filled)
    for (;;) {
      const piece: Uint8Array = await coming
      if (piece.length === 0) return
      const isLast = piece.length < size
      coming = isLast ? null : fill(file, free)
      yield piece
      if (coming === null) return
      ;[filled, free] = [free, filled]
    }
  } finally {
    await coming?.catch(() => undefined)
    await file.close()
  }
}

/** Returns what follows in a file; less than the buffer holds only at the end. */
async function fill(file: FileHandle, buffer: Uint8Array): Promise<Uint8Array> {
  let length = 0
  while (length < buffer.length) {
    const { bytesRead } = await file.read(buffer, length, buffer.length - length)
    if (bytesRead === 0) break
    length += bytesRead
  }
  return buffer.subarray(0, length)
}
