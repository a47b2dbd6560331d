import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { recordingsIn } from '../../src/archive/recordings-in.ts'
import { ZipError } from '../../src/archive/unzip.ts'

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function read(bytes: Uint8Array, size = 7): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for await (const { name, content } of recordingsIn('a', inPieces(bytes, size))) {
    const decoder = new TextDecoder()
    found[name] = ''
    for await (const chunk of content) found[name] += decoder.decode(chunk, { stream: true })
  }
  return found
}

const archive = zipSync({
  'har.har': strToU8('{"log": 1}'.repeat(1000)),
  'resources/abc.png': strToU8('no'),
  'b/two.HAR': [strToU8('{"log": 2}'), { level: 0 }],
  '__MACOSX/._har.har': strToU8('no'),
})

describe('an archive', () => {
  it.each([1, 7, 100, 1_000_000])(
    'gives its recordings and nothing else, in pieces of %i bytes',
    async (size) =>
      expect(await read(archive, size)).toEqual({
        'a/har.har': '{"log": 1}'.repeat(1000),
        'a/b/two.HAR': '{"log": 2}',
      }),
  )

  it('has no path that leads out of it', async () => {
    const names = ['../../etc/a.har', '/b.har', '..\\..\\c.har', './d/./e.har', 'f..g/..h.har']
    const files = Object.fromEntries(names.map((name) => [name, strToU8('{}')]))
    expect(Object.keys(await read(zipSync(files)))).toEqual([
      'a/etc/a.har',
      'a/b.har',
      'a/c.har',
      'a/d/e.har',
      'a/f..g/..h.har',
    ])
  })

  it('without a recording says so', () =>
    expect(read(zipSync({ 'a.txt': strToU8('x') }))).rejects.toThrow('without a recording'))

  it('that is cut off says so', () => expect(read(archive.subarray(0, 60))).rejects.toThrow(ZipError))

  it('unpacks no more than what is asked for', async () => {
    const bomb = zipSync({ 'bomb.har': new Uint8Array(100_000_000) }, { level: 9 })
    for await (const { content } of recordingsIn('a', inPieces(bomb, 1 << 16))) {
      let taken = 0
      for await (const chunk of content) {
        taken += chunk.length
        if (taken > 1000) break
      }
      expect(taken).toBeLessThan(40_000_000)
      break
    }
  })
})

it('any other file is given as it is', async () => {
  expect(await read(strToU8('{"log": {}}'), 1)).toEqual({ a: '{"log": {}}' })
  expect(await read(strToU8('P'), 1)).toEqual({ a: 'P' })
  expect(await read(strToU8(''), 1)).toEqual({ a: '' })
})
