import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CurlError } from '../../src/curl/curl-error.ts'
import { parseCurl } from '../../src/curl/parse-curl.ts'
import { byHand, chromeBash, chromeCmd, firefoxWindows, safari } from './quoted.ts'

const header = (command: string, name: string): string | undefined =>
  parseCurl(command).headers.find((one) => one.name.toLowerCase() === name)?.value

describe('what browsers copy', () => {
  it('Chrome for Bash', () => {
    const request = parseCurl(`curl 'https://api.example.test/items?q=a%20b&c=\\[1\\]' \\
  -X 'PUT' \\
  -H 'accept: application/json, text/plain, */*' \\
  -H 'content-type: application/json' \\
  -b 'sid=1; theme=dark' \\
  -H 'origin: https://shop.example.test' \\
  -H 'sec-ch-ua: "Chromium";v="152", "Not:A-Brand";v="24"' \\
  --data-raw $'{"text":"it\\'s fine\\u0021","n":"a\\nb"}' \\
  --compressed \\
  --insecure`)
    expect(request).toMatchObject({
      method: 'PUT',
      url: 'https://api.example.test/items?q=a%20b&c=[1]',
      body: '{"text":"it\'s fine!","n":"a\nb"}',
      insecure: true,
      moreUrls: 0,
    })
    expect(request.headers).toEqual([
      { name: 'accept', value: 'application/json, text/plain, */*' },
      { name: 'content-type', value: 'application/json' },
      { name: 'origin', value: 'https://shop.example.test' },
      { name: 'sec-ch-ua', value: '"Chromium";v="152", "Not:A-Brand";v="24"' },
      { name: 'Cookie', value: 'sid=1; theme=dark' },
      { name: 'Accept-Encoding', value: 'deflate, gzip, br, zstd' },
    ])
  })

  it('Chrome for cmd', () => {
    const request = parseCurl(`curl ^"https://api.example.test/items?a=1^&b=%^20^" ^
  -H ^"accept: */*^" ^
  -H ^"content-type: application/json^" ^
  -H ^"sec-ch-ua: ^\\^"Chromium^\\^";v=^\\^"152^\\^"^" ^
  --data-raw ^"^{^\\^"a^\\^":^\\^"x ^^ y^\\^"^}^"`)
    expect(request).toMatchObject({
      method: 'POST',
      url: 'https://api.example.test/items?a=1&b=%20',
      body: '{"a":"x ^ y"}',
    })
    expect(request.headers).toContainEqual({ name: 'sec-ch-ua', value: '"Chromium";v="152"' })
  })

  it('Firefox for Windows', () => {
    const request = parseCurl(
      'curl "https://api.example.test/x?a=1&b=2" ^\r\n  -H "Accept: */*" ^\r\n  --data-raw "{""a"":""b""}"\r\n',
    )
    expect(request).toMatchObject({ url: 'https://api.example.test/x?a=1&b=2', body: '{"a":"b"}' })
  })

  it('Safari', () => {
    const request = parseCurl(
      "curl 'https://api.example.test/x' \\\n-X 'POST' \\\n-H 'Content-Type: text/plain' \\\n-H $'X-Name: Zo\\xeb\\u20ac' \\\n--data-binary $'it\\'s \\041'",
    )
    expect(request).toMatchObject({ method: 'POST', body: "it's !" })
    expect(request.headers).toContainEqual({ name: 'X-Name', value: 'Zoë€' })
  })
})

describe('what people write', () => {
  it.each([
    ['curl example.test', 'GET', 'http://example.test'],
    ['curl -I https://a.test/', 'HEAD', 'https://a.test/'],
    ['curl -sSLXDELETE https://a.test/1', 'DELETE', 'https://a.test/1'],
    ['curl -d a=1 -d b=2 https://a.test', 'POST', 'https://a.test'],
    ['curl -G -d a=1 --data-urlencode "q=x y" https://a.test/s#top', 'GET', 'https://a.test/s?a=1&q=x+y#top'],
    ['curl --url-query p=2 "https://a.test/?x=1"', 'GET', 'https://a.test/?x=1&p=2'],
    ['curl -T file.bin https://a.test/up', 'PUT', 'https://a.test/up'],
    ['curl --request PATCH --url https://a.test/1 -d @body.json', 'PATCH', 'https://a.test/1'],
    ['$ curl -k https://a.test | jq .', 'GET', 'https://a.test'],
    ['C:\\Users\\me> curl.exe https://a.test', 'GET', 'https://a.test'],
    ['/usr/bin/curl -o /dev/null -w "%{http_code}" https://a.test > log 2>&1', 'GET', 'https://a.test'],
    ['curl https://a.test --next -X DELETE https://b.test', 'GET', 'https://a.test'],
    ['curl https://a.test # -X DELETE', 'GET', 'https://a.test'],
    ['curl -H "Authorization: Bearer $(cat token)" https://a.test', 'GET', 'https://a.test'],
    ['curl -- https://a.test', 'GET', 'https://a.test'],
    ['curl https://a.test\n  -X PUT\n  -H "A: b"', 'PUT', 'https://a.test'],
    ['curl -4 -m 5 --no-keepalive https://a.test; rm -rf /', 'GET', 'https://a.test'],
  ])('%s', (command, method, url) => expect(parseCurl(command)).toMatchObject({ method, url }))

  it('options that stand for headers', () => {
    expect(header('curl -u joe:pass https://a.test', 'authorization')).toBe('Basic am9lOnBhc3M=')
    expect(header('curl --oauth2-bearer tok https://a.test', 'authorization')).toBe('Bearer tok')
    expect(header('curl -A agent https://a.test', 'user-agent')).toBe('agent')
    expect(header('curl -e https://p.test/ https://a.test', 'referer')).toBe('https://p.test/')
    expect(header('curl --json {} https://a.test', 'content-type')).toBe('application/json')
    expect(header('curl -F a=b https://a.test', 'content-type')).toMatch(/^multipart\/form-data/)
    expect(header('curl -d a https://a.test', 'content-type')).toBe('application/x-www-form-urlencoded')
    expect(header('curl -d {} -H "content-type: text/plain" https://a.test', 'content-type')).toBe(
      'text/plain',
    )
    expect(header('curl -d {} -H "Content-Type:" https://a.test', 'content-type')).toBeUndefined()
    expect(header('curl -H "X-Empty;" https://a.test', 'x-empty')).toBe('')
  })

  it('reads no file, and says which it would take', () => {
    const request = parseCurl('curl -d @secret.json -H @headers -b cookies.txt https://a.test')
    expect(request).toMatchObject({ body: null, hasBody: true, files: ['secret.json'] })
    expect(request.headers.map(({ name }) => name)).toEqual(['Content-Type'])
  })

  it('expands nothing', () =>
    expect(header('curl -H "X-A: $HOME `id` $(id)" -H \'X-B: $HOME\' https://a.test', 'x-a')).toBe(
      '$HOME `id` $(id)',
    ))
})

describe('what is malformed names its place', () => {
  it.each([
    ['wget https://a.test', 1, 1, 'not a curl command'],
    ["curl 'https://a.test", 1, 6, "the quote ' is never closed"],
    ['curl https://a.test \\\n  -H "A: b', 2, 6, 'the quote " is never closed'],
    ["curl $'https://a.test", 1, 6, "the quote $' is never closed"],
    ['curl ^"https://a.test', 1, 7, 'the quote " is never closed'],
    ['curl https://a.test -H', 1, 21, 'the option -H lacks its value'],
    ['curl --frobnicate https://a.test', 1, 6, 'curl has no option --frobnicate'],
    ['curl -H "A: b"', 1, 15, 'the command names no URL'],
    ['curl "https://a b/"', 1, 6, 'not a valid URL'],
    ['curl ftp://a.test/x', 1, 6, 'the URL is neither http nor https'],
    ['curl https://a.test/?a=1&b=2', 1, 25, 'an & outside quotes ends the command; put the URL into quotes'],
  ])('%s', (command, line, column, reason) => {
    try {
      parseCurl(command)
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(CurlError)
      expect(error).toMatchObject({ line, column, reason })
    }
  })

  it('without repeating what may be a secret', () =>
    expect(() => parseCurl('curl --hunter2-is-my-very-secret-password https://a.test')).toThrow(
      'line 1, column 6: curl has no option of this name',
    ))
})

describe('whatever a browser quotes comes back', () => {
  const word = fc.string({ unit: 'grapheme', maxLength: 30 }).filter((text) => !/[\0\r]/.test(text))
  const value = word.map((text) => text.replaceAll('\n', ' ').trim()).filter((text) => text !== '')
  const shells = { chromeBash, chromeCmd, safari, byHand, firefoxWindows }

  it.each(Object.entries(shells))('%s', (name, quoted) =>
    fc.assert(
      fc.property(value, word, (headerValue, body) => {
        // The C runtime leaves doubled backslashes doubled that stand before no quote, here as there.
        const isWindows = ['chromeCmd', 'firefoxWindows'].includes(name)
        fc.pre(!isWindows || !(headerValue + body).includes('\\'))
        const separator = isWindows ? ' ^\r\n  ' : ' \\\n  '
        const command = [
          'curl',
          quoted('https://a.test/x'),
          '-H',
          quoted(`X-A: ${headerValue}`),
          '--data-raw',
          quoted(body),
        ]
        const request = parseCurl(command.join(separator))
        expect(request.body).toBe(body)
        expect(request.headers[0]?.value).toBe(headerValue)
      }),
    ),
  )

  it('and nothing makes it throw anything else, or take long', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'curl -HXd\'"\\$^`(){}&|;<>@:=\n\r\t#aé'), maxLength: 80 }),
        (text) => {
          for (const command of [
            text,
            `curl ${text}`,
            `curl 'https://a.test' ${text}`,
            `curl ^"https://a.test^" ${text}`,
          ]) {
            try {
              parseCurl(command)
            } catch (error) {
              expect(error).toBeInstanceOf(CurlError)
            }
          }
        },
      ),
      { numRuns: 2000 },
    ))
})
