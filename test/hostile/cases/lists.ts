import { chromeEntry, chromePreflight, harText } from '../../make-har.ts'
import type { HostileCase } from '../hostile-case.ts'
import { withField } from '../with-field.ts'

const ORIGIN = 'Access-Control-Allow-Origin'
const FAILED = { status: 0, error: 'net::ERR_FAILED' } as const
const blocked = (response: Record<string, string | readonly string[]>): string =>
  harText([chromeEntry({ error: 'net::ERR_FAILED', response })])
const many = <T>(count: number, make: (at: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, i) => make(i))

const preflighted = (asks: string, response: Record<string, string>, method = 'PUT'): string =>
  harText([
    chromePreflight({ method, asks, response: { [ORIGIN]: 'https://app.example', ...response } }),
    chromeEntry({ method, ...FAILED }),
  ])

/** Long values and long lists, at a thousandth of what was tried. */
export const LISTS: readonly HostileCase[] = [
  {
    what: 'a value of 200,000 characters',
    har: () => blocked({ [ORIGIN]: 'a'.repeat(200_000) }),
    says: /… 200 kB …/,
  },
  {
    what: 'a list of 10,000 URLs as the allowed origin',
    har: () => blocked({ [ORIGIN]: 'https://a.test, '.repeat(10_000) }),
    says: /… 160 kB …/,
  },
  {
    what: 'a URL in a URL in a URL, five thousand deep',
    har: () => blocked({ [ORIGIN]: 'https://a'.repeat(5_000) }),
    says: /… 45 kB …/,
  },
  {
    what: 'blanks without end between two letters',
    har: () => blocked({ [ORIGIN]: `a${' \t'.repeat(100_000)}b` }),
    says: /… 5\d\d kB …/,
  },
  {
    what: 'nothing but separators in every list',
    har: () =>
      preflighted(','.repeat(20_000), {
        'Access-Control-Allow-Headers': ' ,\t'.repeat(9000),
        'Access-Control-Allow-Methods': ','.repeat(9000),
        Vary: ','.repeat(9000),
      }),
    says: /PUT/,
  },
  {
    what: 'three thousand names that the preflight asks for',
    har: () => preflighted(many(3000, (i) => `x-${i}`).join(), {}),
    says: /and 2,9\d\d more/,
  },
  {
    what: 'three thousand names that are allowed, and another that is asked for',
    har: () => preflighted('x-a', { 'Access-Control-Allow-Headers': many(3000, (i) => `y-${i}`).join() }),
    says: /x-a/,
  },
  { what: 'a method of commas', har: () => preflighted('x-a', {}, 'PU,,,,,,,,,,,,,'), says: /PU,,,/ },
  {
    what: 'two thousand lines of one header',
    har: () => blocked({ [ORIGIN]: many(2000, (i) => `https://o${i}.test`) }),
    says: /2,000|o1999|and [\d,]+ more/,
  },
  {
    what: 'two thousand cookies in each direction',
    har: () =>
      harText([
        chromeEntry({
          error: 'net::ERR_FAILED',
          credentials: 'include',
          request: { Cookie: many(2000, (i) => `c${i}=v${i}-${'secret'.repeat(2)}`).join('; ') },
          response: { 'Set-Cookie': many(2000, (i) => `c${i}=w${i}-${'secret'.repeat(2)}; Path=/`) },
        }),
      ]),
    says: /Access-Control-Allow-Origin/,
    never: ['secretsecret'],
  },
  {
    what: 'a chain of sixty redirects that ends where it began',
    har: () =>
      harText(
        many(60, (i) =>
          chromeEntry({
            url: `https://h${i % 59}.test/`,
            at: i * 20,
            status: 302,
            response: { [ORIGIN]: '*', Location: `https://h${(i + 1) % 59}.test/` },
          }),
        ),
      ),
    says: /h0\.test/,
  },
  {
    what: 'redirects to what isn’t a server',
    har: () =>
      harText(
        [
          'javascript:alert(1)',
          'data:text/html,x',
          'file:///etc/passwd',
          '//',
          'https://',
          'https://u:p@b.test/',
          '\u0000',
          'https://[::1',
          'blob:x',
        ].map((to, i) =>
          chromeEntry({
            url: `https://api.test/${i}`,
            at: i * 100,
            status: 302,
            error: 'net::ERR_FAILED',
            response: { [ORIGIN]: 'https://app.example', Location: to },
          }),
        ),
      ),
    says: /javascript:alert/,
    never: ['u:p@'],
  },
  {
    what: 'URLs that are none, or not of the web',
    har: () =>
      harText(
        [
          '',
          ' ',
          '://',
          'http://',
          'https://a b/',
          'HTTPS://API.TEST/',
          'https://api.test:99999/',
          'gopher://a.test/',
          'file:///etc/passwd',
          'about:blank',
          '\\\\server\\share',
          `data:text/html,${'x'.repeat(9000)}`,
        ].map((url) => withField(chromeEntry({ error: 'net::ERR_FAILED' }), 'request.url', url)),
      ),
    says: /API\.TEST|api\.test/,
  },
  {
    what: 'a host of ten thousand labels',
    har: () =>
      harText([chromeEntry({ error: 'net::ERR_FAILED', url: `https://${'a.'.repeat(10_000)}test/` })]),
    says: /… 20 kB …|Access-Control-Allow-Origin/,
  },
  {
    what: 'percent signs that encode percent signs',
    har: () => blocked({ Location: '%25'.repeat(20_000), [ORIGIN]: '%'.repeat(20_000) }),
    says: /%%%/,
  },
  {
    what: 'quotes and backslashes that never close',
    har: () =>
      blocked({
        [ORIGIN]: '"\\'.repeat(20_000),
        'Set-Cookie': '"'.repeat(20_000),
        'WWW-Authenticate': 'Basic realm="\\'.repeat(5000),
      }),
    says: /"\\"\\/,
  },
  {
    what: 'what every pattern for secrets begins with, again and again',
    har: () =>
      blocked({
        [ORIGIN]: 'https://',
        'X-A': 'Bearer '.repeat(9000),
        'X-B': 'eyJ'.repeat(9000),
        'X-C': '-----BEGIN PRIVATE KEY-----'.repeat(900),
        'X-D': 'token '.repeat(9000),
        'X-E': '-u '.repeat(9000),
        'X-F': '{"password":'.repeat(5000),
        'X-G': 'a:b@'.repeat(9000),
        'X-H': 'a='.repeat(9000),
      }),
    says: /https:\/\//,
  },
]
