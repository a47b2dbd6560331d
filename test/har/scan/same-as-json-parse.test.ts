import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesOf, recordingPaths } from '../../repository-recordings.ts'
import { finder, parsed, read, utf8 } from './read-both-ways.ts'

describe('a scan finds what JSON.parse finds', () => {
  it('has a finder', () => expect(finder).not.toBeNull())
  it('has recordings to read', () => expect(recordingPaths.length).toBeGreaterThan(90))

  it.each(recordingPaths)('in %s, whatever the pieces', (path) => {
    const bytes = bytesOf(path)
    const marked = bytes.subarray(bytes[0] === 0xef ? 3 : 0)
    const whole = parsed(new TextDecoder().decode(marked))
    for (const size of [1, 2, 3, 7, 64, 65_536, 900_000])
      for (const found of [null, finder]) expect(read(marked, size, found)).toEqual(whole)
  })

  it('in hostile JSON', () => {
    fc.assert(
      fc.property(hostileHar, fc.integer({ min: 1, max: 9 }), (text, size) => {
        const whole = parsed(text)
        expect(read(utf8(text), size)).toEqual(whole)
        expect(read(utf8(text), 900_000, finder)).toEqual(whole)
        expect(read(utf8(text), 50 * size, finder)).toEqual(whole)
      }),
      { numRuns: 3000 },
    )
  })
})

it('finds the same faults, wherever a byte is wrong', () => {
  const whole = JSON.stringify({
    log: {
      entries: Array.from({ length: 3 }, (_, n) => ({
        startedDateTime: `2026-01-01T00:00:0${n}.000Z`,
        request: { method: 'GET', url: 'https://a.test/é', headers: [{ name: 'A', value: 'b\\"\u0001😀' }] },
        response: { status: 200, headers: [], content: { size: 1.5e3, text: '\\n\\u00e9{"a": [true]}' } },
        time: -0.5,
        timings: {},
      })),
    },
  })
  fc.assert(
    fc.property(
      fc.nat(utf8(whole).length - 1),
      fc.constantFrom(...utf8('{}[]:,"\\ntu019-+.eE x\u0001\n'), 0xc3, 0xff),
      (at, byte) => {
        const bytes = utf8(whole)
        bytes[at] = byte
        expect(read(bytes, 900_000, finder)).toEqual(read(bytes, 900_000))
        expect(read(bytes.subarray(0, at), 100, finder)).toEqual(read(bytes.subarray(0, at), 900_000))
      },
    ),
    { numRuns: 3000 },
  )
})

const NAMES = [
  ...[
    'log',
    'entries',
    'pages',
    'creator',
    'browser',
    'request',
    'response',
    'url',
    'method',
    'headers',
    'name',
  ],
  ...[
    'value',
    'content',
    'text',
    'status',
    'timings',
    'pageref',
    'id',
    'title',
    'cookies',
    '_initiator',
    'stack',
  ],
  ...['callFrames', 'parent', '__proto__', 'constructor', 'mimeType', 'encoding', 'postData', '_error', ''],
]
const STRINGS = [
  ...[
    'https://api.example/',
    'GET',
    'p1',
    'é€😀',
    '\\"\\\\',
    '\\u0000',
    '\\ud83d',
    '\\ud83d\\ude00',
    '\\n',
    '',
  ],
  ...['x'.repeat(4000), '😀'.repeat(900), '\\u0041'.repeat(700)],
]
const SCALARS = ['null', 'true', 'false', '0', '-1', '200', '503', '1.5e3', '"503"', '"http://a.test/"']

/** A name as JSON may write it: some letters as escapes. */
const written = (name: string, escaped: boolean): string =>
  escaped && name !== ''
    ? `"\\u${name.charCodeAt(0).toString(16).padStart(4, '0')}${name.slice(1)}"`
    : `"${name}"`

const { value } = fc.letrec<{ value: string; object: string; list: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 6 },
    fc.constantFrom(...SCALARS),
    fc.constantFrom(...STRINGS).map((text) => `"${text}"`),
    tie('object'),
    tie('list'),
  ),
  object: fc
    .array(fc.tuple(fc.constantFrom(...NAMES), fc.boolean(), tie('value')), { maxLength: 6 })
    .map(
      (members) =>
        `{ ${members.map(([name, escaped, one]) => `${written(name, escaped)}:${one}`).join(' ,')}}`,
    ),
  list: fc.array(tie('value'), { maxLength: 4 }).map((items) => `[${items.join(',\n')}]`),
}))

const request = fc
  .tuple(fc.constantFrom(...STRINGS, 'https://b.example/x'), value)
  .map(([url, headers]) => `{"method":"GET","url":"${url}","headers":${headers}}`)
const entry = fc
  .tuple(fc.oneof(request, value), value, value, fc.constantFrom(...NAMES), value)
  .map(
    ([sent, response, pageref, name, more]) =>
      `{"request":${sent},"response":${response},"pageref":${pageref},"${name}":${more}}`,
  )
const members = fc.array(
  fc.oneof(
    fc.array(fc.oneof(entry, value), { maxLength: 4 }).map((items) => `"entries":[${items.join(',')}]`),
    fc
      .tuple(fc.constantFrom('p1', 'p2'), fc.constantFrom('https://page.example/', 'no URL'))
      .map(([id, title]) => `"pages":[{"id":"${id}","title":"${title}"}]`),
    fc
      .tuple(fc.constantFrom('pages', 'creator', 'entries', 'browser', 'comment'), value)
      .map(([name, one]) => `"${name}":${one}`),
  ),
  { maxLength: 5 },
)
const object = members.map((list) => `{${list.join(',')}}`)
const hostileHar = fc.oneof(
  object,
  object.map((log) => `{"log":${log}}`),
  fc.tuple(object, object).map(([a, b]) => `{"entries":[],"log":${a},"comment":1,"log":${b}}`),
  fc.tuple(members, object).map(([list, log]) => `{${[...list, `"log":${log}`].join(',')}}`),
  fc.array(fc.oneof(entry, value), { maxLength: 4 }).map((items) => `[${items.join(',')}]`),
  value,
)
