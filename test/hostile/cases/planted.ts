import { chromeEntry, chromePreflight, harText } from '../../make-har.ts'
import type { HostileCase } from '../hostile-case.ts'
import { withField } from '../with-field.ts'

const FAILED = { status: 0, error: 'net::ERR_FAILED' } as const

/** What the shop's page does: a request with credentials that is blocked. */
const shop = [
  chromePreflight({
    page: 'https://shop.example',
    method: 'PATCH',
    asks: 'content-type',
    credentials: 'include',
  }),
  chromeEntry({
    page: 'https://shop.example',
    method: 'PATCH',
    ...FAILED,
    credentials: 'include',
    request: { 'Content-Type': 'application/json' },
  }),
]

/** Returns what another page does beside it, several times. */
export const beside = (page: string): string =>
  JSON.stringify({
    log: {
      version: '1.2',
      creator: { name: 'WebInspector', version: '1' },
      pages: [{ id: 'p', title: 'https://shop.example/', startedDateTime: '2026-01-01T00:00:00.000Z' }],
      entries: [
        ...shop,
        ...Array.from({ length: 3 }, (_, i) =>
          withField(chromeEntry({ at: 500 + i, error: 'net::ERR_FAILED' }), 'request.headers', [
            { name: 'Origin', value: page },
            { name: 'Sec-Fetch-Mode', value: 'cors' },
          ]),
        ),
      ].map((entry) => withField(entry, 'pageref', 'p')),
    },
  })

/** Whose requests somebody may plant beside those of the shop's page. */
export const ORIGINS: readonly (readonly [what: string, page: string])[] = [
  ['a frame of an advertiser', 'https://ads.attacker.test'],
  ['a host that looks like the shop’s', 'https://sh0p.example.attacker.test'],
  ['a host in punycode', 'https://xn--shp-ted.example'],
  ['a host with a letter of another alphabet', 'https://sh\u043ep.example'],
  ['the shop without https', 'http://shop.example'],
  ['an address of the local network', 'http://192.168.0.7'],
  ['an opaque origin', 'null'],
  ['user and password in the origin', 'https://shop.example:pw@attacker.test'],
]

const TOKEN = 'hunter2-Summer!2026'

/** Requests that somebody else planted, and secrets in odd places. */
export const PLANTED: readonly HostileCase[] = [
  ...ORIGINS.map(([what, page]) => ({ what: `requests of ${what}`, har: () => beside(page), says: /PATCH/ })),
  {
    what: 'a secret that recurs in names, values, paths, the status text and a file of the page',
    har: () =>
      harText([
        withField(
          withField(
            chromeEntry({
              error: 'net::ERR_FAILED',
              url: `https://api.test/u/${encodeURIComponent(TOKEN)}?x=${encodeURIComponent(TOKEN)}`,
              request: { Authorization: `Bearer ${TOKEN}`, Cookie: `sid=${TOKEN}` },
              response: {
                'X-Echo': TOKEN,
                ETag: `"${TOKEN}"`,
                'Server-Timing': `a;desc="${TOKEN}"`,
                Location: `/${TOKEN}`,
              },
            }),
            'response.statusText',
            TOKEN,
          ),
          '_initiator.url',
          `https://app.example/a.js?v=${TOKEN}`,
        ),
      ]),
    says: /Access-Control-Allow-Origin/,
    never: [TOKEN, encodeURIComponent(TOKEN)],
  },
  {
    what: 'a secret in the middle of a value so long that it is shortened there',
    har: () =>
      harText([
        chromeEntry({
          error: 'net::ERR_FAILED',
          response: {
            'Access-Control-Allow-Origin': `https://a.test/?${'a=b&'.repeat(186)}token=${TOKEN}${'&a=b'.repeat(40_000)}&token=${TOKEN}${'&c=d'.repeat(50)}`,
          },
        }),
      ]),
    says: /… 16\d kB …/,
    never: [TOKEN, 'Summer!2026', 'hunter2'],
  },
]
