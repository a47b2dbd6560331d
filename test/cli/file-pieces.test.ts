import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { filePieces } from '../../src/cli/file-pieces.ts'

const folder = mkdtempSync(join(tmpdir(), 'whycors-pieces-'))
afterAll(() => rmSync(folder, { recursive: true }))

const MEBIBYTE = 1 << 20
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

it.each([0, 1, 5, MEBIBYTE - 1, MEBIBYTE, MEBIBYTE + 1, 3 * MEBIBYTE, 3 * MEBIBYTE + 7])(
  'a file of %i bytes is read whole',
  async (size) => {
    const path = join(folder, `${size}`)
    const bytes = Uint8Array.from({ length: size }, (_, at) => (at * 31 + (at >> 12)) & 0xff)
    writeFileSync(path, bytes)
    const hash = createHash('sha256')
    for await (const piece of filePieces(path)) hash.update(piece)
    expect(hash.digest('hex')).toBe(hashOf(bytes))
  },
)

it('a piece keeps its content until the next one is requested', async () => {
  const path = join(folder, 'numbered')
  writeFileSync(path, Buffer.concat([0, 1, 2, 3].map((n) => Buffer.alloc(MEBIBYTE, n))))
  let n = 0
  for await (const piece of filePieces(path)) {
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(piece.every((byte) => byte === n)).toBe(true)
    n++
  }
  expect(n).toBe(4)
})

it('the file is closed when its reader stops early', async () => {
  const path = join(folder, 'numbered')
  for await (const piece of filePieces(path)) {
    expect(piece).toHaveLength(MEBIBYTE)
    break
  }
})

it.runIf(process.platform !== 'win32')('a pipe is read as it comes', async () => {
  const path = join(folder, 'pipe')
  execFileSync('mkfifo', [path])
  const writing = writeFile(path, 'a'.repeat(200_000))
  let length = 0
  for await (const piece of filePieces(path)) length += piece.length
  await writing
  expect(length).toBe(200_000)
})

it.each([
  ['missing', 'ENOENT'],
  ['', 'EISDIR'],
])('%s rejects with %s', async (name, code) => {
  const read = async (): Promise<void> => {
    for await (const _ of filePieces(join(folder, name)));
  }
  await expect(read()).rejects.toMatchObject({ code })
})
