import type { NameValue } from '../engine-case.ts'

/** Returns `Access-Control-Allow-Origin` values that a server sends when it nearly allows that origin. */
export function nearMissesOf(origin: string): readonly string[] {
  const { protocol, hostname, port, host } = new URL(origin)
  const withoutFirstLabel = hostname.replace(/^[^.]+\./, '')
  const scheme = protocol.slice(0, -1)
  return [
    `${origin}/`,
    `${origin}/index.html`,
    host,
    `//${host}`,
    `${scheme === 'https' ? 'http' : 'https'}://${host}`,
    port === '' ? `${origin}:3000` : `${protocol}//${hostname}`,
    `${origin}${port === '' ? (scheme === 'https' ? ':443' : ':80') : ''}`,
    `${protocol}//www.${host}`,
    `${protocol}//${withoutFirstLabel}${port === '' ? '' : `:${port}`}`,
    origin.toUpperCase(),
    `${protocol}//${host.replace(/^./, (first) => first.toUpperCase())}`,
    `"${origin}"`,
    `'${origin}'`,
    '"*"',
    `${protocol}//*.${withoutFirstLabel}`,
    `*.${withoutFirstLabel}`,
    `${protocol}//*`,
    `${origin}, https://partner.test`,
    `https://partner.test,${origin}`,
    `${origin} https://partner.test`,
    `${origin};`,
    `${origin}.`,
    `<${origin}>`,
    `[${origin}]`,
    '*, *',
    `*, ${origin}`,
    'null',
    'NULL',
    'undefined',
    'true',
    'self',
    '',
    'https://localhost:3000',
    'https://exämple.test',
    `${protocol}//user@${host}`,
    `${origin}?`,
    `${origin}#`,
    `${protocol}///${host}`,
    `%2A`,
    `${origin}%2F`,
    `file://`,
    '**',
  ]
}

const name = 'Access-Control-Allow-Origin'

/** Returns header lines with which a server that repeats or misspells the header nearly allows that origin. */
export function nearMissLinesOf(origin: string): readonly (readonly NameValue[])[] {
  return [
    [],
    [
      [name, origin],
      [name, origin],
    ],
    [
      [name, '*'],
      [name, origin],
    ],
    [
      [name, '*'],
      [name, '*'],
    ],
    [
      [name, origin],
      [name, 'https://partner.test'],
    ],
    [
      [name, origin],
      [name, ''],
    ],
    [['Access-Control-Allow-Origins', origin]],
    [['Access-Control-Allow-Origin-', '*']],
    [['Allow-Origin', '*']],
    [['Access_Control_Allow_Origin', '*']],
    [['Access-Control-Request-Origin', '*']],
  ]
}
