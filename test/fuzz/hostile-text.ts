import type { Random } from './random.ts'

/** What breaks out of quotes, terminals, markup, shells and parsers. */
const PIECES = [
  ...['\u001b[2J', '\u001b]8;;https://evil.test\u0007a', '\u009b31m', '\u202e', '\u2066', '\u200f', '\u0000'],
  ...[
    '\r\n',
    '\n',
    '\t',
    ' ',
    '\u00a0',
    '\u2028',
    '\ud800',
    '\udc00',
    '\ufeff',
    'é',
    '日',
    'e\u0301',
    '👩‍👩‍👧',
  ],
  ...['<img src=x onerror=alert(1)>', '</script>', '<!--', '-->', '&lt;', '&#0;', '[a](https://evil.test)'],
  ...[
    '![a](https://evil.test/a.png)',
    'https://evil.test',
    'www.evil.test',
    '@octocat',
    '#1',
    '`',
    '``',
    '|',
  ],
  ...[
    "'",
    '"',
    '\\',
    '$',
    '$(id)',
    '`id`',
    ';id',
    '&calc&',
    '%PATH%',
    '!!',
    '$' + '{IFS}',
    '#{1}',
    '{{a}}',
    '<%=a%>',
  ],
  ...["'; DROP", '*', ',', ',,', ';', ':', '=', '/', '//', '?', '@', '%', '%20', '%0d%0a', '..', '~'],
  ...['null', 'undefined', '__proto__', 'constructor', 'toString', '0', '-1', '1e309', 'NaN', 'true'],
  ...[
    'https://app.example',
    'https://app.example/',
    'http://app.example',
    'x-api-key',
    'authorization',
    'PATCH',
  ],
]

/** Returns a text of a few pieces, seldom a long one. */
export function hostileText(random: Random): string {
  if (random.oneIn(40)) return random.pick(PIECES).repeat(1 + random.below(300))
  return Array.from({ length: 1 + random.below(4) }, () => random.pick(PIECES)).join(
    random.oneIn(2) ? '' : 'a',
  )
}

/** Returns a value as it is, or once in so many times a hostile text in its place, before or after it. */
export function orHostile(random: Random, value: string, times = 6): string {
  if (!random.oneIn(times)) return value
  const text = hostileText(random)
  return random.pick([text, value + text, text + value])
}
