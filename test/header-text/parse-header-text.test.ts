import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exchangesIn } from '../../src/header-text/exchanges-in.ts'
import { HeaderTextError } from '../../src/header-text/header-text-error.ts'
import { parseHeaderText } from '../../src/header-text/parse-header-text.ts'

const read = (text: string) =>
  parseHeaderText(text).map(({ side, method, target, status, headers }) => ({
    ...(side === 'request' ? { request: `${method} ${target}` } : { status }),
    headers: headers.map(({ name, value }) => `${name}: ${value}`),
  }))

describe('what browsers copy', () => {
  it('Chrome: response headers, then request headers', () =>
    expect(
      read(`HTTP/1.1 200 OK
Access-Control-Allow-Origin: *
Content-Type: application/json

GET https://api.example.test/items HTTP/1.1
Host: api.example.test
Origin: https://shop.example.test
`),
    ).toEqual([
      { status: 200, headers: ['Access-Control-Allow-Origin: *', 'Content-Type: application/json'] },
      {
        request: 'GET https://api.example.test/items',
        headers: ['Host: api.example.test', 'Origin: https://shop.example.test'],
      },
    ]))

  it('Chrome: the pane as a table, a name and its value on a line each', () =>
    expect(
      read(`Request URL
https://api.example.test/items
Request Method
PUT
Status Code
403 Forbidden
Remote Address
192.0.2.1:443
Referrer Policy
strict-origin-when-cross-origin
access-control-allow-origin
https://shop.example.test
content-type
text/plain
:authority
api.example.test
:method
PUT
:path
/items
origin
https://shop.example.test
content-type
application/json`),
    ).toEqual([
      {
        request: 'PUT https://api.example.test/items',
        headers: [
          ':authority: api.example.test',
          ':method: PUT',
          ':path: /items',
          'origin: https://shop.example.test',
          'content-type: application/json',
        ],
      },
      {
        status: 403,
        headers: ['access-control-allow-origin: https://shop.example.test', 'content-type: text/plain'],
      },
    ]))

  it('Chrome before 2022: labels and headings', () =>
    expect(
      read(`General
Request URL: https://api.example.test/items
Request Method: OPTIONS
Status Code: 204 No Content
Response Headers (2)
vary: Origin
x-anything: 1
Request Headers (1)
Provisional headers are shown
x-own: 2`),
    ).toEqual([
      { request: 'OPTIONS https://api.example.test/items', headers: ['x-own: 2'] },
      { status: 204, headers: ['vary: Origin', 'x-anything: 1'] },
    ]))

  it('Firefox', () =>
    expect(
      read('HTTP/2 200 \naccess-control-allow-origin: null\n\nPATCH /v1/items HTTP/3\nHost: api.test\n'),
    ).toEqual([
      { status: 200, headers: ['access-control-allow-origin: null'] },
      { request: 'PATCH /v1/items', headers: ['Host: api.test'] },
    ]))

  it('Safari with HTTP/2', () =>
    expect(
      read(
        ':method: POST\n:scheme: https\n:authority: api.test\n:path: /x\nOrigin: https://p.test\n\n:status: 200\nVary: Origin\n',
      ),
    ).toMatchObject([{ request: 'POST /x' }, { status: 200, headers: [':status: 200', 'Vary: Origin'] }]))
})

describe('what tools print', () => {
  it('curl -v', () =>
    expect(
      read(`*   Trying 192.0.2.1:443...
* Connected to api.test
> OPTIONS /items HTTP/2
> Host: api.test
> Origin: https://p.test
>
* Request completely sent off
< HTTP/2 405
< allow: GET
<
{ [23 bytes data]
<html>Origin: no header</html>
* Connection #0 to host api.test left intact`),
    ).toEqual([
      { request: 'OPTIONS /items', headers: ['Host: api.test', 'Origin: https://p.test'] },
      { status: 405, headers: ['allow: GET'] },
    ]))

  it('curl -i, whose body is no header', () =>
    expect(
      read('HTTP/1.1 301 Moved\r\nLocation: /x\r\n\r\nHTTP/1.1 200 OK\r\nA: b\r\n\r\n{"c": "d"}\r\ne: f'),
    ).toEqual([
      { status: 301, headers: ['Location: /x'] },
      { status: 200, headers: ['A: b'] },
    ]))

  it('lines alone, each on the side that has such headers', () =>
    expect(
      read('Origin: https://p.test\nCookie: a=b\nAccess-Control-Allow-Origin: *\nServer: nginx'),
    ).toEqual([
      { request: 'null null', headers: ['Origin: https://p.test', 'Cookie: a=b'] },
      { status: null, headers: ['Access-Control-Allow-Origin: *', 'Server: nginx'] },
    ]))
})

it('a response belongs to the request before it, or to the one after if there is none', () => {
  const pairs = (text: string) =>
    exchangesIn(parseHeaderText(text)).map(({ request, response }) => [request?.method, response?.status])
  expect(
    pairs('OPTIONS / HTTP/1.1\n\nHTTP/1.1 100 C\n\nHTTP/1.1 204 N\n\nPUT / HTTP/1.1\n\nHTTP/1.1 200 OK'),
  ).toEqual([
    ['OPTIONS', 204],
    ['PUT', 200],
  ])
  expect(pairs('HTTP/1.1 200 OK\n\nGET / HTTP/1.1')).toEqual([['GET', 200]])
})

describe('what is none is refused, with the line', () => {
  it.each([
    ['', 1],
    ['hello', 1],
    ['What is this text about?', 1],
    ['Origin: https://p.test\nand then prose', 2],
    ['{"log": {}}', 1],
  ])('%j', (text, line) => {
    try {
      parseHeaderText(text)
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(HeaderTextError)
      expect(error).toMatchObject({ line })
    }
  })
})

const token = fc
  .string({ unit: fc.constantFrom(...'abcXYZ-_1'), minLength: 1, maxLength: 12 })
  .map((name) => `x-${name}`)
const value = fc
  .string({ unit: 'grapheme', maxLength: 20 })
  .map((text) => text.replace(/[\0\r\n]/g, '').trim())

it('written header blocks come back', () =>
  fc.assert(
    fc.property(fc.array(fc.tuple(token, value), { minLength: 1, maxLength: 8 }), (headers) => {
      const lines = headers.map(([name, text]) => `${name}: ${text}`)
      const text = ['GET /x HTTP/1.1', ...lines, '', 'HTTP/1.1 200 OK', ...lines, ''].join('\n')
      const said = headers.map(([name, text]) => ({ name, value: text }))
      expect(parseHeaderText(text).map((message) => message.headers)).toEqual([said, said])
    }),
  ))

it('nothing makes it throw anything else', () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          'GET / HTTP/1.1',
          'HTTP/1.1 200',
          ':status: 1',
          ':path',
          'a: b',
          'Request URL',
          'Status Code: x',
          '',
          '> ',
          '< a: b',
          'Response Headers',
          '{',
          '\ud800:',
        ),
        { maxLength: 12 },
      ),
      (lines) => {
        try {
          exchangesIn(parseHeaderText(lines.join('\n')))
        } catch (error) {
          expect(error).toBeInstanceOf(HeaderTextError)
        }
      },
    ),
    { numRuns: 2000 },
  ))
