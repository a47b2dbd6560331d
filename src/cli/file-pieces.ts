import { closeSync, openSync, promises, read, readSync, statSync } from 'node:fs'

/** How much is read at once. */
const SIZE = 1 << 20

/**
 * Yields the content of a file. Each piece is only valid until the next one is requested, because two buffers take turns: while
 * one is read, the other is filled. Rejects as the file system does.
 */
export async function* filePieces(path: string): AsyncGenerator<Uint8Array> {
  const found = statSync(path)
  yield* found.isFile() ? ofFile(path, found.size) : ofStream(path)
}

/** What fits into one piece is read at once: loading what Node.js needs to wait takes longer. */
async function* ofFile(path: string, told: number): AsyncGenerator<Uint8Array> {
  const file = openSync(path, 'r')
  let coming: Promise<Uint8Array> | null = null
  try {
    // Files that the system makes up are said to be empty.
    const size = told === 0 ? SIZE : Math.min(SIZE, told + 1)
    let filled = new Uint8Array(size)
    let free = new Uint8Array(size)
    let piece = filledNow(file, filled)
    while (piece.length > 0) {
      const isLast = piece.length < size
      coming = isLast ? null : fill(file, free)
      yield piece
      if (coming === null) return
      piece = await coming
      ;[filled, free] = [free, filled]
    }
  } finally {
    await coming?.catch(() => undefined)
    closeSync(file)
  }
}

/** A pipe or a device is read as it comes. */
async function* ofStream(path: string): AsyncGenerator<Uint8Array> {
  const file = await promises.open(path)
  try {
    yield* file.createReadStream({ highWaterMark: SIZE, autoClose: false })
  } finally {
    await file.close()
  }
}

/** Returns what follows in a file; less than the buffer holds only at the end. */
function filledNow(file: number, buffer: Uint8Array): Uint8Array {
  let length = 0
  while (length < buffer.length) {
    const count = readSync(file, buffer, length, buffer.length - length, null)
    if (count === 0) break
    length += count
  }
  return buffer.subarray(0, length)
}

/** The same, without making the process wait. */
async function fill(file: number, buffer: Uint8Array): Promise<Uint8Array> {
  let length = 0
  while (length < buffer.length) {
    const count = await readInto(file, buffer, length)
    if (count === 0) break
    length += count
  }
  return buffer.subarray(0, length)
}

const readInto = (file: number, buffer: Uint8Array, at: number): Promise<number> =>
  new Promise((resolve, reject) =>
    read(file, buffer, at, buffer.length - at, null, (error, count) =>
      error === null ? resolve(count) : reject(error),
    ),
  )
