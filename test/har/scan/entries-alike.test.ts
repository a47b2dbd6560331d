import fc from 'fast-check'
import { expect, it } from 'vitest'
import { finder, parsed, read, utf8 } from './read-both-ways.ts'

const HEADERS = [
  '{"name":":authority","value":"api1.example"}',
  '{"name":":authority","value":"api2.example"}',
  '{"name":"Origin","value":"https://app.example"}',
  '{"name":"Content-Type","value":"text/html"}',
  '{"name":"Content-Type","value":"application/json"}',
  '{"value":"https://app.example","name":"Access-Control-Allow-Origin"}',
  '{ "name": "Vary", "value": "Origin" }',
  '{"name":"X","value":"a\\nb"}',
  '{"name":"X","value":1}',
  '{"name":"","value":"a"}',
  '{"name":"X","value":" a"}',
  '{"name":"X","value":"a\\t"}',
  '{"name":"X","value":""}',
  '{"name":"ETag","value":"\\"a\\\\b\\/\\""}',
  '{"name":"X","value":"é"}',
  '{"nama":"X","value":"a"}',
  '{"name":"X","valua":"a"}',
  '{"name":["a","b","c","d"]}',
  '{}',
  'null',
]
const NUMBERS = [
  ...[
    '0',

    '1',
    '12',
    '120',
    '0.1',
    '20.5',
    '-0.5',
    '1e3',
    '1E-2',
    '0.30000000000000004',
    '9007199254740993',
  ],
  ...[
    '123456789012345.6',
    '0.000001',
    '5e-324',
    '1.7976931348623157e308',
    '123456.789012345',
    '99999999999999.95',
  ],
]
const number = fc.constantFrom(...NUMBERS)
const headers = fc
  .tuple(fc.array(fc.constantFrom(...HEADERS), { maxLength: 7 }), fc.constantFrom(',', ',\n  ', ' , '))
  .map(([items, comma]) => `[${items.join(comma)}]`)
const text = fc.constantFrom('""', '"<title>x</title>"', '"y"', '5')
const content = fc
  .tuple(fc.constantFrom('text/html', 'application/json'), text, number)
  .map(([type, body, size]) => `"content":{"size":${size},"mimeType":"${type}","text":${body}}`)
const members = (...list: fc.Arbitrary<string>[]) =>
  fc
    .tuple(
      fc.shuffledSubarray(list, { minLength: list.length - 1 }).chain((some) => fc.tuple(...some)),
      fc.boolean(),
    )
    .map(([some, isSpread]) => (isSpread ? `{\n${some.join(',\n')}\n}` : `{${some.join(',')}}`))
const status = fc.constantFrom('200', '20', '2', '404', '"404"').map((one) => `"status":${one}`)
const response = members(
  status,
  content,
  headers.map((list) => `"headers":${list}`),
)
const entry = members(
  number.map((time) => `"time":${time}`),
  number.map((send) => `"timings":{"send":${send},"_blocked_queueing":${send}}`),
  headers.map(
    (list) =>
      `"request":{"method":"GET","url":"https://api1.example/","headers":${list},"cookies":[{"value":"a"}]}`,
  ),
  response.map((one) => `"response":${one}`),
  fc.constantFrom('"time":5', '"x":{"time":7}', '"_error":null').map((one) => one),
)
/** Each entry several times, so that the next one mostly is as the one before. */
const entries = fc
  .array(fc.tuple(entry, fc.integer({ min: 1, max: 3 })), { minLength: 1, maxLength: 6 })
  .chain((some) =>
    fc.shuffledSubarray(
      some.flatMap(([one, times]) => Array.from({ length: times }, () => one)),
      { minLength: 1 },
    ),
  )

it('finds what JSON.parse finds in entries that are alike', () => {
  fc.assert(
    fc.property(entries, fc.constantFrom(900_000, 700, 3000), (list, size) => {
      const whole = `{"log":{"entries":[${list.join(',\n')}]}}`
      expect(read(utf8(whole), size, finder)).toEqual(parsed(whole))
    }),
    { numRuns: 2000 },
  )
})

/** Entries that are written the same but for some values, and now and then a member. */
const like = fc.record({
  kind: fc.constantFrom('"_resourceType":"fetch",', '"_resourceType":"fetch",', '"pageref":"p",', ''),
  timings: fc.constantFrom(
    '{"send":1,"_blocked_queueing":2.5}',
    '{"send":2,"_blocked_queueing":7}',
    '{"send":-1}',
    '{}',
  ),
  size: fc.constantFrom('5', '17', '-1', '"5"'),
  name: fc.constantFrom('"Content-Type"', '"Content-Type"', '"X-Type"'),
  agent: fc.constantFrom('"Chrome/1"', '"Firefox/1"'),
  started: fc.constantFrom('"2026-01-01T00:00:00.000Z"', '"2026-01-01T00:00:01.500Z"', '1767225600', 'null'),
  time: fc.constantFrom('1', '12', '20.5', '-0.5', 'null', '"1"', '[1]'),
  url: fc.constantFrom(
    '"https://api.example/a"',
    '"https://api.example/b?c"',
    '"https://b.example/\\"é\\""',
    '"/a"',
  ),
  host: fc.constantFrom('"a.example"', '"b.example"', '"longer.example"', '1'),
  other: fc.constantFrom('"a.example"', '"b.example"', '"c.example"'),
  etag: fc.nat(9).map((digit) => `"\\"${'x'.repeat(digit)}\\""`),
  type: fc.constantFrom('"text/html"', '"application/json"', '"a\\nb"', '"text/html" ,"comment":"a"'),
  mime: fc.constantFrom('"text/html"', '"text/plain"', '""'),
  status: fc.constantFrom('200', '404', '204', '"404"'),
  text: fc.constantFrom('"<title>a</title>"', '"b"', '"\\u00e9"', '{"a":"b"}'),
  more: fc.constantFrom('', '', '', ',"time":7', ',"x":{"y":"z"}', ',"_error":"a"', ',"_error":null'),
})
type Like = typeof like extends fc.Arbitrary<infer One> ? One : never
const FIELDS = [
  'kind',
  'name',
  'agent',
  'started',
  'time',
  'timings',
  'size',
  'url',
  'host',
  'other',
  'etag',
  'type',
  'mime',
  'status',
  'text',
  'more',
] as const
const written = ({
  kind,
  name,
  agent,
  started,
  time,
  timings,
  size,
  url,
  host,
  other,
  etag,
  type,
  mime,
  status,
  text,
  more,
}: Like): string =>
  `{${kind}"startedDateTime":${started},"time":${time},"timings":${timings},"request":{"method":"GET","url":${url},` +
  `"headers":[{"name":"User-Agent","value":${agent}},{"name":"Content-Disposition","value":"form-data"},` +
  `{"name":"Origin","value":${host}},{"name":"Host","value":${other}},` +
  `{"name":"If-None-Match","value":${etag}}],"cookies":[{"value":${etag}}]},` +
  `"response":{"status":${status},"headers":[{"name":${name},"value":${type}},` +
  `{"name":"ETag","value":${etag}}],"content":{"size":${size},"mimeType":${mime},"text":${text}}}${more}}`
/** Each differs from the first in a few fields. */
const nearly = fc
  .tuple(
    like,
    fc.array(fc.tuple(like, fc.subarray([...FIELDS], { maxLength: 3 })), { minLength: 3, maxLength: 12 }),
  )
  .map(([first, others]) =>
    others.map(([other, fields]) =>
      written({ ...first, ...Object.fromEntries(fields.map((field) => [field, other[field]])) }),
    ),
  )
const widely = fc.array(like, { minLength: 4, maxLength: 12 }).map((list) => list.map(written))

it('finds what JSON.parse finds in entries that differ in a few values', () => {
  fc.assert(
    fc.property(fc.oneof(widely, nearly), fc.constantFrom(900_000, 2500), (list, size) => {
      const whole = `{"log":{"entries":[${list.join(',\n')}]}}`
      expect(read(utf8(whole), size, finder)).toEqual(parsed(whole))
    }),
    { numRuns: 1500 },
  )
})
