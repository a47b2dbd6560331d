import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { HarFormatError, HarSyntaxError } from '../../src/har/har-error.ts'
import { readHar, readHarText } from '../../src/har/read-har.ts'

const bytes = new Uint8Array(readFileSync(new URL('../recordings/chrome-har.har', import.meta.url)))
const text = new TextDecoder().decode(bytes)
const half = [bytes.subarray(0, 999), bytes.subarray(999)]

async function* arriving(): AsyncGenerator<Uint8Array> {
  yield* half
}

describe('readHar', () => {
  const read = () => readHarText(text, 0, 'a.har')

  it.each([
    ['text', text],
    ['bytes', bytes],
    ['chunks', half],
    ['chunks of a set', new Set(half)],
    ['bytes that arrive', arriving()],
    ['a stream', new Blob([bytes]).stream()],
    ['bytes of another window', runInNewContext('Uint8Array.from(bytes)', { bytes })],
    ['a parsed HAR', JSON.parse(text)],
  ])('reads %s', async (_, source) => expect(await readHar(source, { name: 'a.har' })).toEqual(read()))

  it('reads a parsed log, and a parsed list of entries', async () => {
    const { log } = JSON.parse(text)
    expect(await readHar(log, { name: 'a.har' })).toEqual(read())
    expect((await readHar(log.entries)).entries).toEqual(read().entries)
  })

  it('names and numbers a file as it is told', async () => {
    const { recording, entries } = await readHar(text, { name: 'shop.har', file: 3 })
    expect(recording).toMatchObject({ name: 'shop.har', file: 3 })
    expect(entries[0]?.file).toBe(3)
    expect((await readHar(text)).recording).toMatchObject({ name: 'recording.har', file: 0 })
  })

  it('lists what it skipped', async () => {
    const { entries, skipped } = await readHar({
      log: { entries: [{}, { request: { method: 'GET', url: 'https://api.example/' } }] },
    })
    expect(entries.map(({ index }) => index)).toEqual([1])
    expect(skipped).toEqual([{ file: 0, entry: 0, why: 'request: missing' }])
  })

  it.each([
    ['text that is not JSON', 'nothing', HarSyntaxError],
    ['bytes that are not JSON', new Uint8Array([123]), HarSyntaxError],
    ['no bytes', new Set<Uint8Array>(), HarSyntaxError],
    ['another object', { a: 1 }, HarFormatError],
    ['an empty list', [], HarFormatError],
  ])('rejects %s', async (_, source, error) => await expect(readHar(source)).rejects.toBeInstanceOf(error))
})

describe('readHarText', () => {
  it('reports an offset in bytes', () => {
    expect(() => readHarText('{"é" 1}', 0, 'a')).toThrow('byte 6: expected ":"')
  })
})
