import { chromeEntry, chromePreflight, firefoxEntry, firefoxPreflight, harText } from '../make-har.ts'
import { hostileText, orHostile } from './hostile-text.ts'
import type { Random } from './random.ts'

const PAGE = 'https://app.example'
const HEADERS = [
  ...['Access-Control-Allow-Origin', 'Access-Control-Allow-Methods', 'Access-Control-Allow-Headers'],
  ...['Access-Control-Allow-Credentials', 'Access-Control-Expose-Headers', 'Access-Control-Max-Age', 'Vary'],
  ...['Location', 'Server', 'Via', 'Content-Type', 'Set-Cookie', 'X-Powered-By', 'WWW-Authenticate', 'Allow'],
]
const VALUES = [
  ...['*', PAGE, 'null', 'true', 'Origin', '600', 'GET, PUT', 'x-a, authorization', 'nginx', 'cloudflare'],
  ...['https://other.example/login', '/next', 'text/html', 'a=b; Secure', 'Express', 'Bearer', ''],
]
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'patch', 'HEAD']
const STATUSES = [0, 200, 204, 301, 302, 304, 400, 401, 403, 404, 405, 500, 502, 503]
const ERRORS = [
  null,
  null,
  'net::ERR_FAILED',
  'net::ERR_ABORTED',
  'net::ERR_BLOCKED_BY_ORB',
  'net::ERR_TIMED_OUT',
]

const headersOf = (random: Random): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: random.below(6) }, () => [
      orHostile(random, random.pick(HEADERS), 12),
      orHostile(random, random.pick(VALUES)),
    ]),
  )

/** Returns a recording of a few requests, each part of which may be hostile. */
export function structuredHar(random: Random): string {
  const firefox = random.oneIn(3)
  const entries = Array.from({ length: 1 + random.below(3) }, () => {
    const path = orHostile(random, 'items')
    const entry = {
      url: orHostile(
        random,
        `https://${random.pick(['api.test', 'api.example', '127.0.0.1', 'app.example'])}/${path}`,
        30,
      ),
      page: random.oneIn(8) ? random.pick(['http://app.example', 'null', 'http://localhost:3000']) : PAGE,
      method: orHostile(random, random.pick(METHODS), 20),
      at: random.below(3000),
      status: random.pick(STATUSES),
      error: orNull(random, random.pick(ERRORS)),
      request: headersOf(random),
      response: headersOf(random),
      ...(random.oneIn(3) ? { credentials: 'include' as const } : {}),
      asks: orHostile(random, random.pick(['x-a', 'authorization,content-type', '']), 8),
      fields: random.oneIn(5) ? { _initiator: { type: hostileText(random), url: hostileText(random) } } : {},
    }
    try {
      const preflight = firefox ? firefoxPreflight(entry) : chromePreflight(entry)
      const actual = firefox ? firefoxEntry(entry) : chromeEntry(entry)
      return random.oneIn(2) ? [preflight, actual] : [actual]
    } catch {
      // What is no URL can't be made an entry of.
      return []
    }
  })
  return harText(entries.flat(), orHostile(random, firefox ? 'Firefox' : 'WebInspector', 20))
}

const orNull = (random: Random, error: string | null): string | null =>
  error === null ? null : orHostile(random, error, 20)

/** Returns bytes with a few of them changed, taken out, doubled or moved. */
export function mutated(random: Random, text: string): Uint8Array {
  const bytes = [...new TextEncoder().encode(text)]
  for (let i = 1 + random.below(8); i > 0; i--) {
    const at = random.below(bytes.length)
    const count = 1 + random.below(random.oneIn(4) ? 200 : 4)
    const kind = random.below(5)
    if (kind === 0) bytes[at] = random.below(256)
    else if (kind === 1) bytes.splice(at, count)
    else if (kind === 2) bytes.splice(at, 0, ...bytes.slice(at, at + count))
    else if (kind === 3) bytes.splice(at, 0, ...new TextEncoder().encode(hostileText(random)))
    else bytes.splice(at, 1, random.pick([...'{}[]",:\\0'].map((one) => one.charCodeAt(0))))
  }
  return new Uint8Array(bytes)
}

const SENTENCES = [
  `Access to fetch at 'https://api.test/a' from origin '${PAGE}' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.`,
  'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.test/a. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200.',
  `Origin ${PAGE} is not allowed by Access-Control-Allow-Origin. Status code: 200`,
  'PreflightMissingAllowOriginHeader',
  'CORSMissingAllowOrigin',
]

/** Returns what somebody may paste of a console. */
export const sentence = (random: Random): string =>
  random
    .pick(SENTENCES)
    .split(' ')
    .flatMap((word) => (random.oneIn(12) ? [] : [orHostile(random, word, 10)]))
    .join(random.oneIn(5) ? '\n' : ' ')

const CURL = [
  `curl 'https://api.test/a' -H 'origin: ${PAGE}' -H 'x-a: 1' --data-raw '{"a":1}'`,
  `curl "https://api.test/a" ^\n  -X PUT ^\n  -H "Origin: ${PAGE}"`,
  `curl $'https://api.test/\\u0021' -b 'a=b' -u joe:pw -F a=@b -G -d c=d`,
]

export const curlText = (random: Random): string => spoilt(random, random.pick(CURL))

const RAW = [
  `GET /a HTTP/1.1\nHost: api.test\nOrigin: ${PAGE}\n\nHTTP/1.1 200 OK\nAccess-Control-Allow-Origin: *\n\n{}`,
  ':authority: api.test\n:method: PUT\n:path: /a\n:scheme: https\norigin: https://app.example',
  '> OPTIONS /a HTTP/2\n> Host: api.test\n>\n< HTTP/2 204\n< vary: Origin',
]

export const headerText = (random: Random): string => spoilt(random, random.pick(RAW))

function spoilt(random: Random, text: string): string {
  let result = text
  for (let i = random.below(5); i >= 0; i--) {
    const at = random.below(result.length + 1)
    result =
      result.slice(0, at) + (random.oneIn(4) ? '' : hostileText(random)) + result.slice(at + random.below(4))
  }
  return result
}
