import { again, got, inUrl, type Place, sent } from './place.ts'

const encoded = encodeURIComponent
const HEX = '0123456789abcdef0123456789abcdef'

/** Secrets too short to be masked because they recur, so that each has to be masked where it stands. */
export const byItself: readonly Place[] = [
  inUrl("/a,it's/verify/839201", '839201'),
  // In a list of either half.
  inUrl("/it's/verify/839201", '839201'),
  inUrl("/let's/verify/839201", '839201'),
  inUrl('/v?pin=8392', '=8392'),
  inUrl(`/proxy/${encoded('https://other.test/a?pin=8392')}`, '8392'),
  inUrl('/a#/verify/839201?x=1', '839201'),
  inUrl('/a#/done?pin=8392', '=8392'),
  inUrl('/verify/839201/https://other.test/a', '839201'),
  inUrl('/a#pin:8392x', '8392x'),
  inUrl('/a?pin:8392x', '8392x'),
  got('Alt-Svc', 'h2="x?pin=8392"', '=8392'),
  got('Server-Timing', 'auth;desc="pin=8392"', '=8392'),
  got('Refresh', '0; url=/welcome?pin=8392', '=8392'),
  got('Refresh', '0; url=/verify/839201', '839201'),
  got(
    'X-Debug',
    `-----BEGIN PRIVATE KEY-----\\nMIIEvQIBADANBg\\n-----END PRIVATE KEY-----`,
    'MIIEvQIBADANBg',
  ),
  sent('Sec-WebSocket-Protocol', 'chat, ghp_0123456789abcdefABCD', '0123456789abcdefABCD'),
  sent('Sec-WebSocket-Protocol', `chat, x?pin=8392`, '=8392'),
  got('grpc-message', 'wrong%20pin%3A%208392x', '8392x'),
  got('Permissions-Policy', 'geolocation=("https://joe:8392x@b.test")', '8392x'),
  sent('X-Pin', '8392x'),
  again('an error with a parameter too short to recur', '=8392', { status: 0 }, { _error: 'net: pin=8392' }),
  again(
    'a status text with a parameter too short to recur',
    '=8392',
    { status: 401 },
    { statusText: 'pin=8392' },
  ),
  // The beginning of a service's key is left, in a path too.
  ...['key-abc123abc123abc', 'sk-word-word-word-1', 'AKIAIOSFODNN7EXAMPLE', `hf_${HEX}`].map((key) =>
    inUrl(`/bot/${key}`, key),
  ),
]
