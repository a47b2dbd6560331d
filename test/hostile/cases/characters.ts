import { chromeEntry, chromePreflight, harText } from '../../make-har.ts'
import type { HostileCase } from '../hostile-case.ts'
import { withField } from '../with-field.ts'

const FAILED = { status: 0, error: 'net::ERR_FAILED' } as const
const ORIGIN = 'Access-Control-Allow-Origin'
const blocked = (response: Record<string, string>): object =>
  chromeEntry({ error: 'net::ERR_FAILED', response })

/** Clears the screen, colors, links, sets the title, answers as if typed. */
const TERMINAL =
  '\u001b[2J\u001b[31m\u001b]8;;https://evil.test\u0007x\u001b]0;owned\u0007\u009b6n\u0090q\u009c\b\b\b'
/** Turns what follows around, and hides it. */
const TURNED = '\u202e\u2066\u200f\u061c\u200b\u2060\ufeff\u{e0041}'

/** Returns a value with every string in it ended by some text. */
function ended(value: unknown, by: string): unknown {
  if (typeof value === 'string') return value + by
  if (Array.isArray(value)) return value.map((one) => ended(one, by))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, ended(one, by)]))
}

/** Characters that terminals and viewers obey. */
export const CHARACTERS: readonly HostileCase[] = [
  {
    what: 'a terminal’s commands at the end of every string',
    har: () => JSON.stringify(ended(JSON.parse(harText([blocked({ [ORIGIN]: '*' })])), TERMINAL)),
    says: /\\x1b\[2J/,
  },
  {
    what: 'bidirectional and invisible characters at the end of every string',
    har: () => JSON.stringify(ended(JSON.parse(harText([blocked({ [ORIGIN]: 'https://a.test' })])), TURNED)),
    says: /\\u202e\\u2066/,
  },
  {
    what: 'an allowed origin that only looks like the page',
    har: () => harText([blocked({ [ORIGIN]: 'https://app.\u200bexample' })]),
    says: /app\.\\u200bexample/,
  },
  {
    what: 'an allowed header with a character that has no width',
    har: () =>
      harText([
        chromePreflight({
          method: 'PUT',
          asks: 'x-token',
          response: { [ORIGIN]: 'https://app.example', 'Access-Control-Allow-Headers': 'x-to\u200bken' },
        }),
        chromeEntry({ method: 'PUT', ...FAILED, request: { 'X-Token': '1' } }),
      ]),
    says: /doesn't allow the header `x-token`|x-to\\u200bken/,
  },
  {
    what: 'unpaired surrogates in the URL, a header’s name, its value and the status text',
    har: () =>
      harText([
        withField(
          withField(
            blocked({ 'X-\udc00': '\ud800', [ORIGIN]: '\udfff' }),
            'request.url',
            'https://api.test/\ud83d',
          ),
          'response.statusText',
          '\ud800OK',
        ),
      ]),
    says: /\\udfff/,
  },
  {
    what: 'line breaks in the method, the URL and a header',
    har: () =>
      harText([
        withField(
          withField(
            blocked({ [ORIGIN]: 'a\r\nX-Evil: 1\r\n\r\n<script>' }),
            'request.url',
            'https://api.test/a\r\nHost: evil.test',
          ),
          'request.method',
          'GET\r\nX: y',
        ),
      ]),
    says: /GET\\x0d\\x0aX: y/,
  },
  {
    what: 'separators of lines and paragraphs that JavaScript reads as such',
    har: () => harText([blocked({ [ORIGIN]: 'https://a.test\u2028::error::x\u2029' })]),
    says: /a\.test\\u2028::error/,
  },
  {
    what: 'a zero byte in every place that a command line takes',
    har: () =>
      harText([withField(blocked({ [ORIGIN]: '\u0000' }), 'request.url', 'https://api.test/\u0000;id')]),
    says: /\\x00/,
  },
  {
    what: 'emoji with a selector, which are no threat, and combining marks without end',
    har: () => harText([blocked({ [ORIGIN]: `❤️${'\u0300'.repeat(5000)}` })]),
    says: /❤️/,
  },
]
