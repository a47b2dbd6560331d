import { expect, test } from 'vitest'
import { requestOfCurl } from '../../src/check/request-of-curl.ts'
import { parseCurl } from '../../src/curl/parse-curl.ts'

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0'

/** As Chrome copies it. */
const COPIED = `curl 'https://api.example/items/1' \\
  -X 'PUT' \\
  -H 'accept: application/json' \\
  -H 'accept-language: de-DE,de;q=0.9' \\
  -H 'authorization: Bearer abc.def' \\
  -H 'cache-control: no-cache' \\
  -H 'content-type: application/json' \\
  -b 'sid=42' \\
  -H 'origin: https://app.example' \\
  -H 'pragma: no-cache' \\
  -H 'priority: u=1, i' \\
  -H 'referer: https://app.example/' \\
  -H 'sec-ch-ua: "Chromium";v="156"' \\
  -H 'sec-fetch-mode: cors' \\
  -H 'sec-fetch-site: cross-site' \\
  -H 'user-agent: Mozilla/5.0 (Macintosh) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36' \\
  -H 'x-api-key: k' \\
  --data-raw '{"a":1}'`

test('what the page set is told from what the browser added', () => {
  const { headers, ofBrowser, ...rest } = requestOfCurl(parseCurl(COPIED))
  expect(headers.map(({ name }) => name)).toEqual(['accept', 'authorization', 'content-type', 'x-api-key'])
  expect(ofBrowser.map(({ name }) => name)).toEqual([
    'accept-language',
    'cache-control',
    'pragma',
    'priority',
    'sec-ch-ua',
    'user-agent',
  ])
  expect(rest).toEqual({
    url: 'https://api.example/items/1',
    method: 'PUT',
    body: '{"a":1}',
    cookie: 'sid=42',
    credentials: 'include',
    origin: 'https://app.example',
    mode: 'cors',
    engine: 'chromium',
    files: [],
    insecure: false,
  })
})

test.each([
  ["curl https://api.example/ -H 'Cache-Control: no-cache'", ['Cache-Control']],
  ["curl https://api.example/ -H 'Sec-X: 1' -H 'Host: b.example' -H 'X-A: 1'", ['X-A']],
])('%s: the page set %j', (command, names) =>
  expect(requestOfCurl(parseCurl(command)).headers.map(({ name }) => name)).toEqual(names),
)

test('the page is that of Origin, else of Referer; without either it is not known', () => {
  const originOf = (rest: string) => requestOfCurl(parseCurl(`curl https://api.example/ ${rest}`)).origin
  expect(originOf("-H 'Referer: https://app.example:8443/a?b'")).toBe('https://app.example:8443')
  expect(originOf("-H 'Origin: null' -H 'Referer: https://app.example/'")).toBe('null')
  expect(originOf('')).toBe(null)
})

test('the browser is that of the User-Agent', () => {
  expect(requestOfCurl(parseCurl(`curl https://api.example/ -A '${FIREFOX}'`)).engine).toBe('firefox')
  expect(requestOfCurl(parseCurl('curl https://api.example/ -A curl/8')).engine).toBe(null)
})
