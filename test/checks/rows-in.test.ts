import { describe, expect, it } from 'vitest'
import { ChecksError } from '../../src/checks/checks-error.ts'
import { rowsIn } from '../../src/checks/rows-in.ts'

const NONE = { origin: null, engine: null } as const
const read = (source: string, defaults: Parameters<typeof rowsIn>[1] = NONE) => rowsIn(source, defaults)

/** What is wrong with a file, as `line:column: reason`. */
function wrong(source: string): string {
  try {
    read(source)
  } catch (error) {
    if (error instanceof ChecksError) return error.message
    throw error
  }
  return 'nothing'
}

const FULL = `
# What the shop calls.
- url: https://api.example.com/items?page=1#top
  origin: https://shop.example.com/cart
- url: http://api.example.com:8080/items/7
  origin: null
  method: put
  headers:
    X-Api-Key: 1.0
    Content-Type: application/json
  credentials: include
  mode: cors
  data: '{"a": 1}'
  engine: firefox
  expect: blocked
  code: CORSMissingAllowOrigin
`

describe('a list of checks', () => {
  it('has what each row says, and the defaults of fetch() for what it leaves out', () =>
    expect(read(FULL)).toEqual([
      {
        line: 3,
        url: 'https://api.example.com/items?page=1',
        origin: 'https://shop.example.com',
        method: 'GET',
        headers: [],
        credentials: null,
        mode: null,
        data: null,
        engine: null,
        expect: { outcome: 'allowed', code: null },
      },
      {
        line: 5,
        url: 'http://api.example.com:8080/items/7',
        origin: 'null',
        method: 'PUT',
        headers: [
          { name: 'X-Api-Key', value: '1.0' },
          { name: 'Content-Type', value: 'application/json' },
        ],
        credentials: 'include',
        mode: 'cors',
        data: '{"a": 1}',
        engine: 'firefox',
        expect: { outcome: 'blocked', code: 'CORSMissingAllowOrigin' },
      },
    ]))

  it('can be JSON, also on one line, with tabs and a byte order mark', () => {
    const rows = [
      { url: 'https://a.test/', origin: 'https://b.test', headers: { a: '1' }, method: 'DELETE' },
      { url: 'https://a.test/2', origin: 'https://b.test', data: 'ä \u{1f600} "\\' },
    ]
    const [first, second] = read(JSON.stringify(rows))
    expect(first).toMatchObject({ method: 'DELETE', headers: [{ name: 'a', value: '1' }] })
    expect(second?.data).toBe('ä \u{1f600} "\\')
    expect(read(`\ufeff${JSON.stringify(rows, null, '\t')}`)).toHaveLength(2)
    const long = Array.from({ length: 2000 }, (_, i) => ({ ...rows[0], url: `https://a.test/${i}` }))
    expect(read(JSON.stringify(long))).toHaveLength(2000)
  })

  it('can have headers as lines', () =>
    expect(
      read("- url: https://a.test\n  origin: https://b.test\n  headers: ['X-A: 1:2', 'X-B:']")[0]?.headers,
    ).toEqual([
      { name: 'X-A', value: '1:2' },
      { name: 'X-B', value: '' },
    ]))

  it('takes from the command line what a row leaves out', () => {
    const [first, second] = read(
      '- url: https://a.test\n- {url: https://a.test, engine: spec, origin: http://c.test}',
      {
        origin: 'https://b.test',
        engine: 'webkit',
      },
    )
    expect([first?.origin, first?.engine]).toEqual(['https://b.test', 'webkit'])
    expect([second?.origin, second?.engine]).toEqual(['http://c.test', 'spec'])
  })

  it('can repeat with anchors and merge keys; what a row says itself wins', () => {
    const rows = read(
      [
        '- &base',
        '  url: https://a.test',
        '  origin: https://b.test',
        '  headers: &h {X-A: 1}',
        '- {<<: *base, url: https://c.test}',
        '- url: https://d.test',
        '  <<: [*base]',
        '  headers: {<<: *h, X-B: 2}',
        '- *base',
      ].join('\n'),
    )
    expect(rows.map(({ url, line }) => `${line} ${url}`)).toEqual([
      '2 https://a.test/',
      '5 https://c.test/',
      '6 https://d.test/',
      '9 https://a.test/',
    ])
    expect(rows[2]?.headers).toEqual([
      { name: 'X-A', value: '1' },
      { name: 'X-B', value: '2' },
    ])
  })

  it('is a POST with a body, and has credentials with cookies, unless it says otherwise', () => {
    const [post, put, cookie, omitted] = read(
      [
        '- {url: https://a.test, origin: https://b.test, data: a=1}',
        '- {url: https://a.test, origin: https://b.test, data: a=1, method: PUT}',
        '- {url: https://a.test, origin: https://b.test, headers: {cookie: sid=1}}',
        '- {url: https://a.test, origin: https://b.test, headers: {cookie: sid=1}, credentials: omit}',
      ].join('\n'),
    )
    expect([post?.method, put?.method, cookie?.credentials, omitted?.credentials]).toEqual([
      'POST',
      'PUT',
      'include',
      'omit',
    ])
  })

  it('that names a code expects a blocked request', () =>
    expect(
      read('- {url: https://a.test, origin: https://b.test, code: allow-origin-missing}')[0]?.expect,
    ).toEqual({ outcome: 'blocked', code: 'allow-origin-missing' }))
})

const row = (more: string): string => `- url: https://a.test\n  origin: https://b.test\n  ${more}\n`

describe('what makes no sense is refused with its place, and with what was likely meant', () => {
  it.each([
    ['', 'empty; write a list'],
    ['# nothing', 'empty; write a list'],
    ['[]', 'an empty list'],
    [
      'url: https://a.test\norigin: https://b.test',
      '1:1: the file must be a list of checks; begin each check with "- "',
    ],
    ['hello', '1:1: the file must be a list of checks'],
    ['- https://a.test', 'each check must be a map'],
    ['- [1]', 'each check must be a map'],
    ['-', 'each check must be a map'],
    [row('orign: x'), '3:3: there is no key "orign"; did you mean origin?'],
    [row('Method: PUT'), '3:3: there is no key "Method"; did you mean method?'],
    [row('body: x'), '3:3: there is no key "body"; did you mean data?'],
    [row('zzzzzz: x'), '3:3: there is no key "zzzzzz"; the keys are url, origin,'],
    [row('<<: {orign: x}'), '3:8: there is no key "orign"'],
    [row('origin: https://c.test'), '3:3: "origin" is given twice'],
    [row('headers: {A: 1, A: 2}'), '3:19: "A" is given twice'],
    ['- origin: https://a.test', '1:3: this check has no url'],
    ['\n\n- url: https://a.test', '3:3: this check has no origin; add it, or name one for all with --origin'],
    ['- url: localhost:3000/x', '1:8: url must be a whole URL'],
    ['- url: /items', '1:8: url must be a whole URL'],
    ['- url: [https://a.test]', '1:8: url must be text, not a list'],
    ['- url:', 'url has no value'],
    ['- url: https://me:pw@a.test', '1:8: url contains a user name or password'],
    ['- {url: https://a.test, origin: shop}', '1:33: origin must be that of a page'],
    [row('method: P UT'), '3:11: method must be one word'],
    [row('method: trace'), '3:11: TRACE is a method that browsers never send'],
    [row('mode: no-cors\n  method: PUT'), '4:11: in mode no-cors, method can only be GET, HEAD or POST'],
    [row('method: {a: 1}'), '3:11: method must be text, not a map'],
    [row('headers: X-A'), '3:12: headers must be a map of names and values, not text'],
    [row('headers:'), 'headers must be a map of names and values, not nothing'],
    [row('headers: {X-A: [1, 2]}'), '3:18: the value of a header must be text, not a list'],
    [row('headers: {X A: 1}'), '3:13: this is not the name of a header'],
    [row('headers: {X-A: "1\\r\\nX-B: 2"}'), '3:18: the value of a header must be one line'],
    [row('headers: {Host: a}'), '3:13: only the browser sets the header Host'],
    [row('headers: ["Origin: https://c.test"]'), '3:13: only the browser sets the header Origin'],
    [row('data: a=1\n  method: GET'), "3:9: a page can't send a body with GET"],
    [row('headers: [X-A]'), '3:13: a header of the list must have a colon'],
    [row('headers: [{X-A: 1}]'), "3:13: a header of the list must be text, such as 'X-Api-Key: 1'"],
    [row('credentials: true'), '3:16: credentials can\'t be "true"; use omit, same-origin, include'],
    [row('credentials: includes'), 'did you mean include?'],
    [row('mode: navigate'), '3:9: mode can\'t be "navigate"; use cors, no-cors, same-origin'],
    [row('data: {a: 1}'), '3:9: data must be text, not a map'],
    [row('engine: chrome'), '3:11: engine can\'t be "chrome"'],
    [row('expect: block'), '3:11: expect can\'t be "block"; did you mean blocked?'],
    [
      row('code: missingalloworiginheader'),
      '3:9: code can\'t be "missingalloworiginheader"; did you mean MissingAllowOriginHeader?',
    ],
    [row('code: AllowOriginHeader'), 'did you mean MissingAllowOriginHeader?'],
    [row('code: E1'), 'whycors rules lists what it can be'],
    [row('engine: firefox\n  code: MissingAllowOriginHeader'), "4:9: code can't be"],
    [row('expect: allowed\n  code: allow-origin-missing'), '1:3: this check expects a code although'],
    [row('<<: 1'), '3:3: << must name a map'],
    [row('<<: *no'), '3:7: there is no anchor &no above'],
    ['- *no', '1:3: there is no anchor &no above'],
    ['- &a [*a]', 'each check must be a map'],
    ['- &a {<<: *a}', 'too many maps are merged here'],
    ['- ? [a]\n  : 1', '1:5: a key must be a word'],
    ['- url: a\n\torigin: b', '2:2: indented with a tab; YAML wants spaces'],
    ['- url: a: b', '1:8: the lines below are indented more'],
    ['- url: x\n   origin: y', '1:8: the lines below are indented more'],
    ['- url: `x`', '1:8: a value can’t begin with this character; put the value in quotes'],
    ['- url: "x', 'not valid YAML: missing closing'],
    ['[{"url": "a"', 'not valid YAML: '],
    ['- url: a\n---\n- url: b', 'a second document begins here'],
  ])('%j', (source, said) => expect(wrong(source)).toContain(said))
})

describe('a hostile file is refused in little time', () => {
  const bomb = [
    'a0: &a0 [x, x]',
    ...Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`),
  ].join('\n')
  const maps = [
    '- &m0 {url: https://a.test, origin: https://b.test}',
    ...Array.from({ length: 30 }, (_, i) => `- &m${i + 1} {<<: [${Array(8).fill(`*m${i}`).join(', ')}]}`),
  ].join('\n')

  it.each([
    ['aliases of lists', bomb, 'the file must be a list'],
    ['merges of merges', maps, 'too many maps are merged here'],
    ['a million brackets', '['.repeat(900_000), '1:101: nested too deeply'],
    ['brackets and braces', '[{a: '.repeat(150_000), 'nested too deeply'],
    ['dashes', '- '.repeat(400_000), 'nested too deeply'],
    ['question marks', '? '.repeat(400_000), 'nested too deeply'],
    ['question marks in brackets', `[${'? '.repeat(50_000)}`, ''],
    ['steps', Array.from({ length: 1200 }, (_, i) => `${' '.repeat(i)}a:\n`).join(''), 'nested too deeply'],
    ['10 MB', `- url: ${'a'.repeat(1e7)}`, 'larger than 1 MB'],
    [
      'many rows of one alias',
      `- &a {url: https://a.test, origin: https://b.test}\n${'- *a\n'.repeat(150_000)}`,
      'more than 5,000 checks',
    ],
    [
      'many keys',
      `- {${Array.from({ length: 80_000 }, (_, i) => `k${i}: 1`).join(', ')}}`,
      'there is no key "k0"',
    ],
    [
      'many headers',
      row(`headers: {${Array.from({ length: 80_000 }, (_, i) => `k${i}: 1`).join(', ')}, k0: 1}`),
      '"k0" is given twice',
    ],
    ['names of the prototype', row('__proto__: {a: 1}'), 'there is no key "__proto__"'],
    ['a key that is long', row(`${'k'.repeat(900)}: 1`), `there is no key "${'k'.repeat(40)}"`],
  ])('%s', (_, source, said) => {
    const message = wrong(source)
    expect(message).not.toBe('nothing')
    expect(message).toContain(said)
    expect(message.length).toBeLessThan(300)
  })
})
