import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { HarEntry } from '../../src/har/har-entry.ts'
import { isSkipped, parseEntry } from '../../src/har/parse-entry.ts'

const read = (value: unknown): HarEntry => {
  const parsed = parseEntry(value, 0, 0)
  if (isSkipped(parsed)) throw new Error(parsed.why)
  return parsed
}
const why = (value: unknown): string | null => {
  const parsed = parseEntry(value, 2, 7)
  return isSkipped(parsed) ? parsed.why : null
}
const request = { method: 'GET', url: 'https://api.example/' }
const header = (name: string, value: unknown) => ({ name, value })
const requestHeaders = (headers: unknown, rest: object = {}) =>
  read({ ...rest, request: { ...request, headers } }).request.headers

describe('parseEntry', () => {
  // `URL.canParse` of Node 20 refuses hosts with such letters once it is optimized, after some thousand calls.
  it('reads every entry of a recording whose host has letters beyond ASCII', () => {
    const entry = { request: { ...request, url: 'https://bücher.example/suche?q=ü' } }
    expect([...new Set(Array.from({ length: 10_000 }, () => why(entry)))]).toEqual([null])
  })

  it('never throws, whatever it is given', () => {
    fc.assert(fc.property(fc.anything(), (value) => void parseEntry(value, 0, 0)))
    const key = fc.constantFrom(
      'headers',
      'cookies',
      'url',
      'method',
      'status',
      'content',
      '_error',
      '__proto__',
    )
    const part = fc.dictionary(key, fc.anything())
    const entry = fc.record(
      {
        request: part.map((rest) => ({ ...request, ...rest })),
        response: part,
        startedDateTime: fc.anything(),
        timings: fc.anything(),
        _initiator: fc.anything(),
        _initiator_detail: fc.string(),
      },
      { requiredKeys: [] },
    )
    fc.assert(fc.property(entry, (value) => void parseEntry(value, 0, 0)))
  })

  it('skips what cannot be judged at all, and names the place', () => {
    expect(why(null)).toBe('not an object')
    expect(why([])).toBe('not an object')
    expect(why({})).toBe('request: missing')
    expect(why({ request: 'GET /' })).toBe('request: not an object')
    expect(why({ request: { ...request, method: 1 } })).toBe('request.method: not a string')
    expect(why({ request: { method: 'GET' } })).toBe('request.url: missing')
    expect(why({ request: { ...request, url: 5 } })).toBe('request.url: not a string')
    expect(why({ request: { ...request, url: '/items' } })).toBe('request.url: not an absolute URL')
    expect(parseEntry(null, 2, 7)).toEqual({ file: 2, entry: 7, why: 'not an object' })
  })

  it.each([
    ['nothing else', {}, 'GET'],
    ['a body', { postData: { text: 'a=1' } }, 'POST'],
    ["a preflight's own header", { headers: [header('Access-Control-Request-Method', 'PUT')] }, 'OPTIONS'],
    ['a pseudo-header', { headers: [header(':method', 'DELETE')] }, 'DELETE'],
  ])('takes the method that WebPagetest left out from %s', (_, rest, method) => {
    expect(read({ request: { ...request, ...rest, method: null } }).request.method).toBe(method)
    expect(read({ request: { ...request, ...rest, method: '' } }).request.method).toBe(method)
  })

  it.each([
    ['/a?b', { _is_secure: 1 }, [header('Host', 'api.example')], 'https://api.example/a?b'],
    ['/a', { _is_secure: 0 }, [header('host', 'api.example:8080')], 'http://api.example:8080/a'],
    ['/a', {}, [header(':authority', 'api.example'), header(':scheme', 'https')], 'https://api.example/a'],
    ['/a', { timings: { ssl: 30 } }, [header('Host', 'api.example')], 'https://api.example/a'],
    ['/a', { timings: { ssl: -1 } }, [header('Host', 'api.example')], 'http://api.example/a'],
    ['//cdn.example/a', { connection: '443' }, [header('Host', 'api.example')], 'https://cdn.example/a'],
  ])('makes %s absolute (%j)', (url, rest, headers, expected) => {
    expect(read({ ...rest, request: { ...request, url, headers } }).request.url).toBe(expected)
  })

  it('does not make a URL of a host that is none', () => {
    expect(why({ request: { ...request, url: '/a', headers: [header('Host', 'a b@c/')] } })).toBe(
      'request.url: not an absolute URL',
    )
  })

  it.each([
    'data:,x',
    'blob:https://a.example/1',
    'file:///x',
    'chrome-extension://abc/x',
    'wss://a.example/',
  ])('reads an entry for %s', (url) => expect(why({ request: { ...request, url } })).toBeNull())

  it('gives everything that is missing its neutral value', () => {
    expect(read({ request })).toEqual({
      file: 0,
      index: 0,
      started: null,
      time: null,
      request: {
        ...request,
        headers: [],
        onTheWire: false,
        hasCookies: false,
        cookieValues: [],
        headersSize: null,
      },
      response: {
        status: 0,
        statusText: '',
        headers: [],
        redirectUrl: '',
        mimeType: '',
        contentSize: null,
        errorBody: null,
        headersSize: null,
      },
      page: null,
      ofPage: false,
      vendor: {
        resourceType: null,
        initiator: null,
        error: undefined,
        fromCache: null,
        viaServiceWorker: false,
        securityState: null,
        noTimings: false,
        queued: null,
        serverAddress: null,
      },
    })
  })

  it('keeps the beginning of what an error says, and of no other body', () => {
    const said = (status: number, content: object): string | null =>
      read({ request, response: { status, content } }).response.errorBody
    expect(said(404, { text: 'Cannot GET /x' })).toBe('Cannot GET /x')
    expect(said(200, { text: 'secret' })).toBeNull()
    expect(said(404, { text: 'x'.repeat(2000) })).toBe('x'.repeat(512))
    expect(said(404, { text: btoa('{"detail":"Not Found"}'), encoding: 'base64' })).toBe(
      '{"detail":"Not Found"}',
    )
    expect(said(404, { text: btoa('y'.repeat(2000)), encoding: 'base64' })).toBe('y'.repeat(384))
    expect(said(404, { text: 'A===', encoding: 'base64' })).toBeNull()
  })

  it('ignores inherited properties', () => {
    expect(
      why(JSON.parse('{"__proto__": {"request": {"method": "GET", "url": "https://a.example/"}}}')),
    ).toBe('request: missing')
    expect(why(Object.create({ request }))).toBe('request: missing')
    expect(requestHeaders([header('__proto__', 'x')])).toEqual([header('__proto__', 'x')])
  })

  it.each([
    [200, 200],
    ['404', 404],
    [-1, 0],
    [0, 0],
    [200.5, 0],
    [1e9, 0],
    [Number.NaN, 0],
    [null, 0],
  ])('reads the status %s as %s', (status, expected) => {
    expect(read({ request, response: { status } }).response.status).toBe(expected)
  })

  it('reads no time from a negative or absurd one', () => {
    for (const time of [-1, Number.NaN, Number.POSITIVE_INFINITY, '5'])
      expect(read({ request, time }).time).toBeNull()
    expect(read({ request, time: 1.25 }).time).toBe(1.25)
  })

  describe('headers', () => {
    it('drops what is no header and makes strings of numbers and booleans', () => {
      const headers = [
        null,
        'x',
        {},
        header('', 'x'),
        { name: 'A' },
        header('B', 1),
        header('C', true),
        header('D', {}),
      ]
      expect(requestHeaders(headers)).toEqual([header('B', '1'), header('C', 'true')])
      expect(requestHeaders({ 0: header('A', 'x') })).toEqual([])
    })

    it('trims values and keeps their order and the case of names', () => {
      expect(requestHeaders([header('X-b', ' 1\t'), header('x-A', '')])).toEqual([
        header('X-b', '1'),
        header('x-A', ''),
      ])
    })

    it('separates values that the writer joined by line feeds', () => {
      const headers = [header('set-cookie', 'a=1\nb=2\n')]
      const { response } = read({ request, response: { headers } })
      expect(response.headers).toEqual([header('set-cookie', 'a=1'), header('set-cookie', 'b=2')])
    })

    it('leaves out pseudo-headers, but takes :authority for what went over the wire', () => {
      const parsed = read({
        request: { ...request, headers: [header(':authority', 'a'), header('accept', '*/*')] },
      })
      expect(parsed.request.headers).toEqual([header('accept', '*/*')])
      expect(parsed.request.onTheWire).toBe(true)
    })

    it('drops repeated request headers, and never repeated response headers', () => {
      const twice = [header('Origin', 'https://a.example'), header('Origin', 'https://a.example')]
      const parsed = read({ request: { ...request, headers: twice }, response: { headers: twice } })
      expect(parsed.request.headers).toHaveLength(1)
      expect(parsed.response.headers).toHaveLength(2)
      expect(requestHeaders([header('X', '1'), header('X', '2')])).toHaveLength(2)
    })

    it('drops the headers of multipart parts that Firefox appends', () => {
      const headers = [
        header('Content-Type', 'multipart/form-data; boundary=x'),
        header('Content-Disposition', 'form-data; name="a"'),
        header('Content-Type', 'image/png'),
      ]
      expect(requestHeaders(headers, { _securityState: 'secure' })).toEqual(headers.slice(0, 1))
      expect(requestHeaders(headers, { _resourceType: 'fetch' })).toEqual(headers)
    })

    it('keeps a Content-Disposition that a script set in Firefox', () => {
      const headers = [header('Content-Disposition', 'attachment; filename=a.png')]
      expect(requestHeaders(headers, { _securityState: 'secure' })).toEqual(headers)
    })
  })

  it('sees cookies in the array and in the header', () => {
    expect(read({ request: { ...request, cookies: [{ name: 'a', value: 'b' }] } }).request.hasCookies).toBe(
      true,
    )
    expect(read({ request: { ...request, headers: [header('cookie', 'a=b')] } }).request.hasCookies).toBe(
      true,
    )
    expect(read({ request: { ...request, cookies: [] } }).request.hasCookies).toBe(false)
  })

  it('tells "no error" from "refused" from "not recorded"', () => {
    const error = (response: object) => read({ request, response }).vendor.error
    expect(error({ _error: null })).toBeNull()
    expect(error({ _error: '' })).toBe('')
    expect(error({ _failureText: 'net::ERR_FAILED' })).toBe('net::ERR_FAILED')
    expect(error({})).toBeUndefined()
  })

  it('finds the innermost frame with a URL, through the stacks that scheduled it', () => {
    const frame = { url: 'https://a.example/app.js', lineNumber: 9, columnNumber: 3 }
    const stack = {
      callFrames: [{ url: '' }],
      parent: { callFrames: [frame, { url: 'https://a.example/b.js' }] },
    }
    expect(read({ request, _initiator: { type: 'script', stack } }).vendor.initiator).toEqual({
      type: 'script',
      url: null,
      requestId: null,
      frame: { url: 'https://a.example/app.js', line: 9, column: 3 },
    })
  })

  it('survives a ring of parent stacks', () => {
    const stack: Record<string, unknown> = { callFrames: [] }
    stack['parent'] = stack
    expect(read({ request, _initiator: { type: 'script', stack } }).vendor.initiator?.frame).toBeNull()
  })

  it('reads the initiator of a preflight, from Chrome and from chrome-har', () => {
    const initiator = { type: 'preflight', url: 'https://api.example/', requestId: '12.3' }
    const expected = { ...initiator, frame: null }
    expect(read({ request, _initiator: initiator }).vendor.initiator).toEqual(expected)
    const chromeHar = { request, _initiator_type: 'preflight', _initiator_detail: JSON.stringify(initiator) }
    expect(read(chromeHar).vendor.initiator).toEqual(expected)
  })
})
