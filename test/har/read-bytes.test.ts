import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { HarFormatError, HarSyntaxError } from '../../src/har/har-error.ts'
import type { HarFile } from '../../src/har/har-file.ts'
import { readHar } from '../../src/har/read-har.ts'

const recorded = (name: string): Uint8Array => readFileSync(new URL(`../recordings/${name}`, import.meta.url))
const bytes = (text: string) => new TextEncoder().encode(text)

const read = (chunks: Iterable<Uint8Array>): Promise<HarFile> => readHar(chunks, { name: 'a.har' })

function utf16(text: string, encoding: 'utf16le' | 'utf16be'): Uint8Array {
  const little = Buffer.from(`\u{feff}${text}`, 'utf16le')
  return encoding === 'utf16le' ? little : little.swap16()
}

async function errorOf(file: Uint8Array): Promise<unknown> {
  try {
    await read([file])
  } catch (error) {
    return error
  }
  return null
}

const entry = { request: { method: 'GET', url: 'https://api.example/' } }
const har = { log: { version: '1.2', creator: { name: 'WebInspector', version: '1' }, entries: [entry] } }

describe('readHar of bytes', () => {
  it.each([
    ['chromium-devtools.har', 21, 'chromium', 'WebInspector 537.36'],
    ['chromium-export-sanitized.har', 20, 'chromium', 'WebInspector 537.36'],
    ['firefox-devtools.har', 14, 'firefox', 'Firefox 153.7.0'],
    ['playwright.har', 16, 'chromium', 'Playwright 1.65.1'],
    ['chrome-har.har', 13, 'chromium', 'chrome-har 1.3.1'],
  ])('reads all of %s', async (name, count, browser, creator) => {
    const { entries, recording, skipped, truncated } = await read([recorded(name)])
    expect(entries).toHaveLength(count)
    expect(skipped).toEqual([])
    expect(truncated).toBeNull()
    expect(recording).toMatchObject({ file: 0, name: 'a.har', browser, creator })
  })

  it('reads the same whatever the chunks', async () => {
    const file = recorded('firefox-devtools.har')
    const chunks = Array.from({ length: Math.ceil(file.length / 999) }, (_, i) =>
      file.subarray(i * 999, (i + 1) * 999),
    )
    expect(await read(chunks)).toEqual(await read([file]))
  })

  it('reads a small file as it reads the beginning of a larger one', async () => {
    const frames = Array.from({ length: 40 }, (_, n) => ({ url: n < 32 ? '' : 'https://a.example/app.js' }))
    const deep = { ...entry, _initiator: { type: 'script', stack: { callFrames: frames } } }
    const page = {
      ...entry,
      response: { status: 502, content: { text: `<title>${'é'.repeat(900)}</title>` } },
    }
    const twice = '{"log":{"entries":[{}]},"log":{"entries":[{}],"entries":'
    const small = [
      JSON.stringify({ log: { ...har.log, entries: [deep, page, 5, entry] } }),
      JSON.stringify([page, deep]),
      `${twice}${JSON.stringify([entry, deep])},"pages":[{"id":"p","title":"https://a.example/"}]}}`,
      '{"log":{"entries":[{"__proto__":{"request":{}}, "request":{"method":"GET","url":"https://a.example/\\ud800"}}]}}',
    ].map(bytes)
    const space = bytes(' '.repeat(1 << 21))
    for (const file of [...small, recorded('firefox-devtools.har')])
      expect(await read([file])).toEqual(await read([file, space]))
    const wrong = bytes('{"log":{"entries":{}}}')
    expect(await errorOf(wrong)).toEqual(await read([wrong, space]).catch((error: unknown) => error))
  })

  it('notes an entry that cannot be read, and reads the others', async () => {
    const { entries, skipped } = await read([bytes(JSON.stringify({ log: { entries: [{}, entry] } }))])
    expect(entries.map(({ index }) => index)).toEqual([1])
    expect(skipped).toEqual([{ file: 0, entry: 0, why: 'request: missing' }])
  })

  it('accepts a byte order mark and trailing white space', async () => {
    expect((await read([bytes(`\u{feff}${JSON.stringify(har)}\r\n `)])).entries).toHaveLength(1)
  })

  it('accepts the bare log of getHAR() and a bare list of entries', async () => {
    expect((await read([bytes(JSON.stringify(har.log))])).entries).toHaveLength(1)
    expect((await read([bytes(JSON.stringify([entry, entry]))])).entries).toHaveLength(2)
  })

  it('reports the end of a file that is cut off before an entry is whole', async () => {
    const whole = bytes(JSON.stringify({ log: { creator: { name: 'é…😀' }, entries: [entry] } }))
    for (let length = 0; length < whole.length - ']}}'.length; length++) {
      const error = await errorOf(whole.subarray(0, length))
      expect(error).toBeInstanceOf(HarSyntaxError)
      expect(error).toMatchObject({ byteOffset: length, isCutOff: true })
    }
  })

  it('reads what is whole of a file that is cut off later, and says where it ends', async () => {
    const text = JSON.stringify({ log: { creator: { name: 'WebInspector' }, entries: [entry, entry] } })
    const first = text.indexOf(JSON.stringify(entry)) + JSON.stringify(entry).length
    for (let length = first; length < text.length; length++) {
      const { entries, recording, truncated } = await read([bytes(text.slice(0, length))])
      expect(entries).toHaveLength(length < text.length - ']}}'.length ? 1 : 2)
      expect(recording.creator).toBe('WebInspector')
      expect(truncated).toEqual({
        file: 0,
        byteOffset: length,
        why: expect.stringContaining('the file ends'),
      })
    }
  })

  it('decompresses gzip, cut off or not, once', async () => {
    const zipped = gzipSync(JSON.stringify({ log: { entries: Array(5000).fill(entry) } }))
    expect((await read([zipped])).entries).toHaveLength(5000)
    const cut = await read([zipped.subarray(0, zipped.length - 30)])
    expect(cut.entries.length).toBeGreaterThan(0)
    expect(cut.truncated).not.toBeNull()
    expect(await errorOf(gzipSync(gzipSync('{}')))).toMatchObject({ reason: 'expected a value' })
  })

  it('counts the byte order mark in an offset', async () => {
    expect(await errorOf(bytes('\u{feff}{"log": x}'))).toMatchObject({
      byteOffset: 11,
      reason: 'expected a value',
    })
  })

  it.each([
    ['onInputData(', ')'],
    ['\u{feff} window.har.callback (\n', ')\n;\n'],
    ['cb(', ');'],
  ])('reads what JSONP wraps in %s…%s', async (before, after) => {
    expect((await read([bytes(before + JSON.stringify(har) + after)])).entries).toHaveLength(1)
  })

  it('names the place in the file where JSONP holds no JSON, and where it is cut off', async () => {
    expect(await errorOf(bytes('\u{feff}cb({"log": x})'))).toMatchObject({
      byteOffset: 14,
      reason: 'expected a value',
    })
    expect(await errorOf(bytes('cb({"log": '))).toMatchObject({ byteOffset: 11 })
  })

  it.each(['utf16le', 'utf16be'] as const)(
    'reads UTF-16 (%s), and names the place of an error in it',
    async (encoding) => {
      expect((await read([utf16(JSON.stringify(har), encoding)])).entries).toHaveLength(1)
      expect(await errorOf(utf16('{"é": x}', encoding))).toMatchObject({ byteOffset: 2 + 2 * 6 })
    },
  )

  it.each([
    ['an empty file', bytes(''), 'the file is empty'],
    ['white space', bytes(' \n'), 'the file is empty'],
    ['damaged gzip', new Uint8Array([0x1f, 0x8b, 8, 0]), 'the file is compressed with gzip, but damaged'],
    ['a zip archive', bytes('PK\u0003\u0004'), 'the file is a zip archive; unpack it first'],
    ['a web page', bytes('<!doctype html>'), 'expected a value'],
    ['binary data', new Uint8Array([0, 1, 2, 255]), 'expected a value'],
  ])('refuses %s', async (_, file, reason) => {
    const error = await errorOf(file)
    expect(error).toBeInstanceOf(HarSyntaxError)
    expect(error).toMatchObject({ reason })
  })

  it.each([
    ['null', 'the file: not a JSON object'],
    ['"har"', 'the file: not a JSON object'],
    ['[]', 'the file: an array, but not of HAR entries'],
    ['[{"a": 1}]', 'the file: an array, but not of HAR entries'],
    ['{}', 'log: missing'],
    ['{"log": []}', 'log: not an object'],
    ['{"log": {}}', 'log.entries: missing'],
    ['{"log": {"entries": {}}}', 'log.entries: not an array'],
    ['{"entries": 1}', 'entries: not an array'],
    ['{"__proto__": {"log": {"entries": []}}}', 'log: missing'],
  ])('says why %s is not a HAR', async (text, message) => {
    const error = await errorOf(bytes(text))
    expect(error).toBeInstanceOf(HarFormatError)
    expect(error).toMatchObject({ message })
  })
})

describe('readHar of a file that is read in many rooms', () => {
  const bodies = [10, 3000, 700_000, 50, 1_400_000, 90, 20_000]
  const entries = Array.from({ length: 700 }, (_, n) => ({
    startedDateTime: `2026-01-01T00:00:${String(n % 60).padStart(2, '0')}.000Z`,
    request: {
      method: 'GET',
      url: `https://api.example/é/${n}`,
      headers: [{ name: 'A', value: `${n % 7}` }],
    },
    response: {
      status: n % 3 === 0 ? 500 : 200,
      headers: [{ name: 'ETag', value: `${n}` }],
      content: { size: 1, mimeType: 'text/plain', text: 'é"\n'.repeat((bodies[n % 97] ?? 300) / 4) },
    },
  }))
  const text = JSON.stringify({ log: { ...har.log, entries } }, null, 1)

  it('finds what JSON.parse finds, whatever the chunks', async () => {
    const whole = await readHar(JSON.parse(text), { name: 'a.har' })
    const file = bytes(text)
    for (const size of [file.length, 65_536, 1_000_003]) {
      const chunks = Array.from({ length: Math.ceil(file.length / size) }, (_, i) =>
        file.subarray(i * size, (i + 1) * size),
      )
      expect(await read(chunks)).toEqual(whole)
    }
    expect(await read([utf16(text, 'utf16le')])).toEqual(whole)
  })

  it('names the place of an error, and where the file is cut off', async () => {
    const at = text.lastIndexOf('"ETag"')
    const wrong = `${text.slice(0, at)}?${text.slice(at + 1)}`
    const units = at * 2 + 2
    expect(await errorOf(bytes(wrong))).toMatchObject({ byteOffset: bytes(text.slice(0, at)).length })
    expect(await errorOf(utf16(wrong, 'utf16be'))).toMatchObject({ byteOffset: units })
    const cut = await read([utf16(text.slice(0, at), 'utf16le')])
    expect(cut.entries).toHaveLength(699)
    expect(cut.truncated).toMatchObject({ byteOffset: units })
  })
})
