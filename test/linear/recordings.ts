import { chromeEntry, chromePreflight, firefoxEntry, firefoxPreflight, harText } from '../make-har.ts'

const repeated = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i))

const failed = { status: 0, error: 'net::ERR_FAILED' } as const

const ALLOWED = { 'Access-Control-Allow-Origin': 'https://app.example' }

/** A request that its preflight refuses. */
const refused = (asks: string, response: Record<string, string>, method = 'PUT'): string =>
  harText([chromePreflight({ method, asks, response }), chromeEntry({ method, ...failed })])

/** A response that isn't shared. */
const response = (headers: Record<string, string | string[]>): string =>
  harText([chromeEntry({ error: 'net::ERR_FAILED', response: headers })])

const names = (count: number, prefix = 'x-name-'): string => repeated(count, (i) => `${prefix}${i}`).join(',')

const headersOf = (count: number, value: string): Record<string, string> =>
  Object.fromEntries(repeated(count, (i) => [`x-name-${i}`, value]))

const entries = (count: number, make: (i: number) => object[]): string =>
  harText(repeated(count, make).flat())

/** The least of three sizes, each three times the one before. */
const [ITEMS, CHARACTERS, ENTRIES] = [15, 120, 4]
/** For work that is little for each pair of entries. */
const MANY = 60

/**
 * Everything of which a recording can have more or less, and a recording that has so much of it. Each grows by what it
 * is named for and by nothing else.
 */
export const DIMENSIONS: Readonly<Record<string, readonly [least: number, make: (size: number) => string]>> =
  {
    'names that a preflight asks for': [ITEMS, (n) => refused(names(n), ALLOWED)],
    'names that a preflight asks for and no list can hold': [
      ITEMS,
      (n) => refused(repeated(n, (i) => `x ${i}`).join(','), ALLOWED),
    ],
    'commas in the method asked for': [ITEMS, (n) => refused('x-a', ALLOWED, `PU${','.repeat(n)}`)],
    'names that a request has and its preflight asks for': [
      ITEMS,
      (n) =>
        harText([
          chromePreflight({ method: 'PUT', asks: names(n), response: ALLOWED }),
          chromeEntry({ method: 'PUT', ...failed, request: headersOf(n, 'a') }),
        ]),
    ],
    'names that a request has and its preflight asks for in Firefox': [
      ITEMS,
      (n) =>
        harText(
          [
            firefoxPreflight({ method: 'PUT', asks: names(n), response: ALLOWED }),
            firefoxEntry({ method: 'PUT', status: 0, request: headersOf(n, 'a') }),
          ],
          'Firefox',
        ),
    ],
    'names that a preflight allows': [
      ITEMS,
      (n) => refused('x-a', { ...ALLOWED, 'Access-Control-Allow-Headers': names(n) }),
    ],
    'names asked for and as many allowed': [
      ITEMS,
      (n) => refused(names(n), { ...ALLOWED, 'Access-Control-Allow-Headers': names(n, 'X-Name-1') }),
    ],
    'methods that a preflight allows': [
      ITEMS,
      (n) => refused('x-a', { ...ALLOWED, 'Access-Control-Allow-Methods': names(n, 'M') }),
    ],
    'origins in one header': [
      ITEMS,
      (n) => response({ 'Access-Control-Allow-Origin': repeated(n, (i) => `https://a${i}.test`).join(', ') }),
    ],
    'Access-Control-Allow-Origin headers': [
      ITEMS,
      (n) => response({ 'Access-Control-Allow-Origin': repeated(n, (i) => `https://a${i}.test`) }),
    ],
    'exposed names': [ITEMS, (n) => response({ 'Access-Control-Expose-Headers': names(n) })],
    'names exposed that the response has': [
      ITEMS,
      (n) =>
        harText([
          chromeEntry({
            response: {
              ...ALLOWED,
              'Access-Control-Expose-Headers': names(n),
              ...Object.fromEntries(repeated(n, (i) => [`x-name-${i}`, 'a'])),
            },
          }),
        ]),
    ],
    'names in Vary': [
      ITEMS,
      (n) => response({ 'Access-Control-Allow-Origin': 'https://b.test', Vary: names(n) }),
    ],
    'names that are the same in Vary': [ITEMS, (n) => response({ Vary: 'Origin, '.repeat(n) })],
    'URLs in each other': [ITEMS, (n) => response({ 'Access-Control-Allow-Origin': 'https://a'.repeat(n) })],
    'Location headers': [ITEMS, (n) => response({ Location: repeated(n, (i) => `/a${i}`) })],
    'characters of an Access-Control-Allow-Origin': [
      CHARACTERS,
      (n) => response({ 'Access-Control-Allow-Origin': `https://${'a'.repeat(n)}` }),
    ],
    'letters with marks in a value': [
      CHARACTERS,
      (n) => response({ 'Access-Control-Allow-Origin': 'é日e\u0301'.repeat(n) }),
    ],
    'blanks inside a value': [
      CHARACTERS,
      (n) => response({ 'Access-Control-Allow-Origin': `a${' '.repeat(n)}b` }),
    ],
    'blanks inside a method list': [
      CHARACTERS,
      (n) => refused('x-a', { ...ALLOWED, 'Access-Control-Allow-Methods': `a${' \t'.repeat(n)}b` }),
    ],
    'quotes in a value': [CHARACTERS, (n) => response({ 'Access-Control-Allow-Origin': `'"\`\\`.repeat(n) })],
    'characters of a response header': [
      CHARACTERS,
      (n) => response({ Server: 'nginx'.repeat(n), 'X-Powered-By': 'a/'.repeat(n), Via: '1.1 a '.repeat(n) }),
    ],
    'characters of a Content-Type': [
      CHARACTERS,
      (n) => response({ 'Content-Type': `text/${'h; '.repeat(n)}`, 'X-Content-Type-Options': 'nosniff' }),
    ],
    'characters of a Cache-Control': [
      CHARACTERS,
      (n) => response({ 'Cache-Control': 'max-age =, '.repeat(n) }),
    ],
    'characters of a path': [CHARACTERS, (n) => blocked(`https://api.test/${'a'.repeat(n)}`)],
    'segments of a path': [CHARACTERS, (n) => blocked(`https://api.test/${'a/'.repeat(n)}`)],
    'slashes of a path': [CHARACTERS, (n) => blocked(`https://api.test/${'/'.repeat(n)}`)],
    'percent signs of a path': [CHARACTERS, (n) => blocked(`https://api.test/${'%20%'.repeat(n)}`)],
    'parameters of a query': [
      ITEMS,
      (n) => blocked(`https://api.test/?${repeated(n, (i) => `a${i}=b`).join('&')}`),
    ],
    'characters of a parameter': [CHARACTERS, (n) => blocked(`https://api.test/?token=${'ab'.repeat(n)}`)],
    'labels of a host': [ITEMS, (n) => blocked(`https://${'a.'.repeat(n)}test/`)],
    'characters of a Referer': [
      CHARACTERS,
      (n) =>
        harText([
          chromeEntry({ error: 'net::ERR_FAILED', request: { Referer: `https://a.test/${'a/'.repeat(n)}` } }),
        ]),
    ],
    'request headers': [
      ITEMS,
      (n) => withRequest(Object.fromEntries(repeated(n, (i) => [`x-name-${i}`, `value-${i}`]))),
    ],
    'response headers': [ITEMS, (n) => response(headersOf(n, 'v'))],
    'response headers of one name': [ITEMS, (n) => response({ Link: repeated(n, (i) => `<a${i}>`) })],
    'Access-Control-Allow-Headers lines of a response without Access-Control-Allow-Origin': [
      ITEMS,
      (n) => response({ 'Access-Control-Allow-Headers': repeated(n, (i) => `x-${i}`) }),
    ],
    'characters of a secret': [
      CHARACTERS,
      (n) => withRequest({ Authorization: `Bearer ${'aB3'.repeat(n)}` }),
    ],
    cookies: [
      ITEMS,
      (n) => withRequest({ Cookie: repeated(n, (i) => `a${i}=secret-${i}-value`).join('; ') }),
    ],
    'Set-Cookie headers': [
      ITEMS,
      (n) => response({ 'Set-Cookie': repeated(n, (i) => `a${i}=secret-${i}-value; Path=/`) }),
    ],
    'characters of a body': [CHARACTERS, (n) => body(`<html>${'<title>a'.repeat(n)}`)],
    'characters of a status text': [
      CHARACTERS,
      (n) => harText([chromeEntry({ error: 'net::ERR_FAILED', fields: { statusText: 'a '.repeat(n) } })]),
    ],
    'characters of an error': [
      CHARACTERS,
      (n) => harText([chromeEntry({ status: 0, error: `net::${'ERR_'.repeat(n)}` })]),
    ],
    'frames of an initiator': [
      ITEMS,
      (n) =>
        harText([
          chromeEntry({
            error: 'net::ERR_FAILED',
            fields: {
              _initiator: {
                type: 'script',
                stack: { callFrames: repeated(n, (i) => ({ url: `https://a.test/${i}.js`, lineNumber: i })) },
              },
            },
          }),
        ]),
    ],
    'parents of an initiator': [
      ITEMS,
      (n) => {
        let stack: object = { callFrames: [{ url: 'https://a.test/a.js', lineNumber: 0 }] }
        for (let i = 0; i < n; i++) stack = { callFrames: [], parent: stack }
        return harText([
          chromeEntry({ error: 'net::ERR_FAILED', fields: { _initiator: { type: 'script', stack } } }),
        ])
      },
    ],
    'nesting of what nobody reads': [
      ITEMS,
      (n) =>
        `{"log":{"version":"1.2","creator":{"name":"a","version":"1"},"a":${'['.repeat(n)}${']'.repeat(n)},"entries":[]}}`,
    ],
    'requests that fail the same way': [
      ENTRIES,
      (n) => entries(n, (i) => [chromeEntry({ at: i * 50, error: 'net::ERR_FAILED' })]),
    ],
    'requests to as many URLs': [
      ENTRIES,
      (n) =>
        entries(n, (i) => [
          chromeEntry({ url: `https://api.test/${i}`, at: i * 50, error: 'net::ERR_FAILED' }),
        ]),
    ],
    'requests to as many hosts': [
      ENTRIES,
      (n) =>
        entries(n, (i) => [
          chromeEntry({ url: `https://api${i}.test/`, at: i * 50, error: 'net::ERR_FAILED' }),
        ]),
    ],
    'requests from as many pages': [
      ENTRIES,
      (n) =>
        entries(n, (i) => [
          chromeEntry({ page: `https://app${i}.test`, at: i * 50, error: 'net::ERR_FAILED' }),
        ]),
    ],
    'requests with preflights': [
      ENTRIES,
      (n) =>
        entries(n, (i) => [
          chromePreflight({ at: i * 50, asks: `x-${i}`, response: ALLOWED }),
          chromeEntry({ at: i * 50, method: 'PUT', ...failed }),
        ]),
    ],
    'requests at one time': [
      ENTRIES,
      (n) =>
        entries(n, () => [
          chromePreflight({ asks: 'x-a', response: ALLOWED }),
          chromeEntry({ method: 'PUT', ...failed }),
        ]),
    ],
    'preflights of a URL, and requests to it without one': [
      MANY,
      (n) => {
        const grants = { ...ALLOWED, 'Access-Control-Allow-Methods': 'PUT', 'Access-Control-Max-Age': '600' }
        return entries(n, (i) => [
          chromePreflight({ at: i * 50, method: 'PUT', response: grants }),
          chromeEntry({ at: i * 50, method: 'PUT', response: ALLOWED }),
          chromeEntry({ at: i * 50 + 25, method: 'PUT', request: { 'X-A': 'a' }, response: ALLOWED }),
        ])
      },
    ],
    'preflights of a URL that ask for something else each, and requests to it without one': [
      MANY / 2,
      (n) =>
        entries(n, (i) => [
          chromePreflight({ at: i * 50, method: 'PUT', asks: `x-${i}`, response: ALLOWED }),
          chromeEntry({ at: i * 50 + 25, method: 'PUT', request: { 'X-A': 'a' }, response: ALLOWED }),
        ]),
    ],
    'requests with preflights, without times': [
      MANY,
      (n) =>
        entries(n, () => [
          { ...chromePreflight({ method: 'PUT', response: ALLOWED }), startedDateTime: '' },
          { ...chromeEntry({ method: 'PUT', response: ALLOWED }), startedDateTime: '' },
        ]),
    ],
    'redirects to a URL, and requests to it hours later': [
      MANY,
      (n) =>
        entries(n, (i) => [
          chromeEntry({ at: i * 50, status: 302, response: { ...ALLOWED, Location: '/b' } }),
          chromeEntry({ url: 'https://api.test/b', at: i * 50 + 36_000_000, response: ALLOWED }),
        ]),
    ],
    'revalidations of responses that were not recorded': [
      MANY,
      (n) =>
        entries(n, (i) => [
          chromeEntry({ at: i * 50, response: { ...ALLOWED, ETag: `"${i}"` } }),
          chromeEntry({ at: i * 50 + 25, status: 304, request: { 'If-None-Match': '"none"' } }),
        ]),
    ],
    'requests that are allowed': [
      ENTRIES,
      (n) => entries(n, (i) => [chromeEntry({ at: i * 50, response: ALLOWED })]),
    ],
    'headers of a revalidation': [
      ITEMS,
      (n) =>
        harText([
          chromeEntry({ response: { ...ALLOWED, ETag: '"a"', ...headersOf(n, 'a') } }),
          chromeEntry({
            at: 500,
            status: 304,
            request: { 'If-None-Match': '"a"' },
            response: headersOf(n, 'b'),
          }),
        ]),
    ],
    'requests in Firefox': [
      ENTRIES,
      (n) =>
        harText(
          repeated(n, (i) => [
            firefoxPreflight({ at: i * 50, asks: `x-${i}`, response: ALLOWED }),
            firefoxEntry({ at: i * 50, method: 'PUT', status: 0 }),
          ]).flat(),
          'Firefox',
        ),
    ],
    'pages of which one half is allowed': [
      ENTRIES,
      (n) =>
        entries(n, (i) => {
          const page = `https://app${i}.test`
          const allowed = { ...ALLOWED, 'Access-Control-Allow-Origin': page }
          return [
            chromeEntry({
              page,
              at: i * 50,
              ...(i % 2 === 0 ? { response: allowed } : { error: 'net::ERR_FAILED' }),
            }),
          ]
        }),
    ],
    'characters of a policy for content': [
      CHARACTERS,
      (n) =>
        response({
          'Content-Security-Policy': "connect-src 'self'; ".repeat(n),
          'WWW-Authenticate': 'Basic realm="a", '.repeat(n),
          Link: '<a>; rel=a, '.repeat(n),
          Allow: 'GET, '.repeat(n),
          Location: `/${'../'.repeat(n)}`,
        }),
    ],
    'characters of an origin that asks': [
      CHARACTERS,
      (n) => harText([chromeEntry({ page: `https://${'a-'.repeat(n)}a.test`, error: 'net::ERR_FAILED' })]),
    ],
    'digits of a host': [ITEMS, (n) => blocked(`https://${'1.'.repeat(n)}test/`)],
    'entries that are none': [ITEMS, (n) => entries(n, () => [{}])],
    redirects: [
      ENTRIES,
      (n) =>
        entries(n, (i) => [
          chromeEntry({
            url: `https://api.test/${i}`,
            at: i * 20,
            status: 302,
            response: { ...ALLOWED, Location: `/${i + 1}` },
            fields: {},
          }),
        ]),
    ],
  }

const blocked = (url: string): string => harText([chromeEntry({ url, error: 'net::ERR_FAILED' })])

const withRequest = (request: Record<string, string>): string =>
  harText([chromeEntry({ error: 'net::ERR_FAILED', request })])

const body = (text: string): string => {
  const entry = chromeEntry({
    status: 502,
    error: 'net::ERR_FAILED',
    response: { 'Content-Type': 'text/html' },
  })
  const { response: made } = entry as { response: object }
  return harText([
    { ...entry, response: { ...made, content: { size: text.length, mimeType: 'text/html', text } } },
  ])
}
