import { chromeEntry, chromePreflight, harText } from '../../make-har.ts'
import type { HostileCase } from '../hostile-case.ts'
import { withField } from '../with-field.ts'

const ORIGIN = 'Access-Control-Allow-Origin'
const FAILED = { status: 0, error: 'net::ERR_FAILED' } as const
const plain = chromeEntry({ error: 'net::ERR_FAILED' })
const NO_HEADER = /no `?Access-Control-Allow-Origin/
const READ_NONE = /6 entries could not be read/

const named = (name: string): string =>
  harText([
    chromePreflight({
      method: 'PUT',
      asks: name.toLowerCase(),
      url: `https://api.test/${name}?${name}=1`,
      response: { [ORIGIN]: 'https://app.example', 'Access-Control-Allow-Headers': 'x-a' },
    }),
    withField(
      chromeEntry({
        method: 'PUT',
        ...FAILED,
        url: `https://api.test/${name}?${name}=1`,
        fields: { pageref: name },
      }),
      'request.headers',
      [
        { name: 'Origin', value: 'https://app.example' },
        { name, value: name },
      ],
    ),
  ])

const NAMES = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '__defineGetter__',
  'then',
  'length',
]

/** Names that objects have already, and values of other types than the format says. */
export const SHAPES: readonly HostileCase[] = [
  ...NAMES.map((name) => ({
    what: `a header, a path, a parameter and a page named ${name}`,
    har: () => named(name),
    says: new RegExp(`${name.toLowerCase()}`),
  })),
  {
    what: 'a prototype in the entries, the headers and the log',
    har: () =>
      harText([plain])
        .replace('"creator"', '"__proto__":{"entries":[],"polluted":1},"creator"')
        .replace('"headers":[', '"__proto__":{"polluted":1},"headers":[')
        .replace('"name"', '"__proto__":{"toString":1},"name"'),
    says: NO_HEADER,
  },
  {
    what: 'toString, valueOf and toJSON as fields that are no functions',
    har: () => {
      const no = { toString: 1, valueOf: null, toJSON: 'x', hasOwnProperty: 0 }
      return harText([{ ...plain, ...no, request: { ...(plain as { request: object }).request, ...no } }])
    },
    says: NO_HEADER,
  },
  {
    what: 'every field as a number, a list, an object, null and true',
    har: () => {
      const paths = [
        'startedDateTime',
        'time',
        'request.method',
        'request.url',
        'request.headers',
        'request.cookies',
        'response.status',
        'response.statusText',
        'response.headers',
        'response.redirectURL',
        'response.content',
        'response._error',
        '_initiator',
        '_resourceType',
        'request',
        'response',
      ]
      const values = [7, [], {}, null, true, [[[[]]]], 'x']
      return harText([
        plain,
        ...paths.flatMap((path) => values.map((value) => withField(plain, path, value))),
      ])
    },
    says: NO_HEADER,
  },
  {
    what: 'entries that are an object with numbers as names',
    har: () =>
      `{"log":{"version":"1.2","creator":{"name":"WebInspector","version":"1"},"entries":{"0":${JSON.stringify(plain)},"length":1}}}`,
    says: /log\.entries|not a HAR|isn't a|entries/,
  },
  {
    what: 'a thousand fields with numbers as names in an entry and in its headers',
    har: () => {
      const numbers = Object.fromEntries(
        Array.from({ length: 1000 }, (_, i) => [String(4_294_967_290 + i), i]),
      )
      return harText([
        { ...plain, ...numbers, request: { ...(plain as { request: object }).request, ...numbers } },
      ])
    },
    says: NO_HEADER,
  },
  {
    what: 'the same names twice, the second of them empty',
    har: () =>
      harText([plain])
        .replace('"entries":', '"entries":[],"entries":')
        .replace(/\}$/, ',"log":null}')
        .replace(',"log":null}', '}'),
    says: NO_HEADER,
  },
  {
    what: 'lists in lists in lists as a header',
    har: () =>
      harText([withField(plain, 'response.headers', JSON.parse(`${'['.repeat(900)}${']'.repeat(900)}`))]),
    says: NO_HEADER,
  },
  {
    what: 'JSON nested ten thousand deep as a header’s value',
    har: () =>
      harText([chromeEntry({ error: 'net::ERR_FAILED', response: { [ORIGIN]: '{"a":'.repeat(10_000) } })]),
    says: /\{"a":\{"a":/,
  },
  {
    what: 'nothing but empty entries',
    har: () => harText([{}, null, 1, 'x', [], { request: {} }] as object[]),
    says: READ_NONE,
  },
  {
    what: 'sixty times the same request and preflight, at one time and without an id',
    har: () =>
      harText(
        Array.from({ length: 60 }, () => [
          chromePreflight({ method: 'PUT', asks: 'x-a', response: { [ORIGIN]: '*' } }),
          chromeEntry({
            method: 'PUT',
            ...FAILED,
            request: { 'X-A': '1' },
            fields: { _request_id: '7', _requestId: '7', connection: '7' },
          }),
        ]).flat(),
      ),
    says: /60 requests/,
  },
  {
    what: 'a page that is its own child, and ids that are all the same',
    har: () => {
      const har = JSON.parse(harText([withField(plain, 'pageref', 'p'), withField(plain, 'pageref', 'p')]))
      har.log.pages = [
        { id: 'p', title: 'https://a.test', pageref: 'p' },
        { id: 'p', title: 'https://b.test' },
        { id: 'p' },
      ]
      return JSON.stringify(har)
    },
    says: NO_HEADER,
  },
  {
    what: 'a mark of byte order, and text after the end',
    har: () => `\ufeff${harText([plain])}\n`,
    says: NO_HEADER,
  },
  {
    what: 'an end in the middle of an entry',
    har: () => harText([plain, plain]).slice(0, -200),
    says: /ends|cut off|truncated|incomplete/i,
  },
]
