import type { Answer, NameValue } from '../engine-case.ts'
import type { Choices } from '../prng.ts'
import {
  allowCredentials,
  allowHeaders,
  allowMethods,
  allowOrigin,
  type Situation,
  spelling,
} from './allow-headers.ts'

const redirectStatuses = [301, 302, 303, 307, 308] as const
const successStatuses = [200, 201, 202, 203, 204, 205, 206, 226, 299] as const
const failureStatuses = [
  300, 304, 305, 400, 401, 403, 404, 405, 410, 418, 429, 451, 499, 500, 501, 502, 503, 504, 599,
] as const
const dropped: Answer = { status: 200, headers: [], drop: true }

/** Returns how the server answers a preflight. */
export function generatePreflightAnswer(choices: Choices, situation: Situation): Answer {
  if (choices.chance(situation.flaws.connection / 3)) return dropped
  if (choices.chance(situation.flaws.status / 4)) return bareError(choices)
  const headers = [
    ...allowOrigin(choices, situation),
    ...allowCredentials(choices, situation),
    ...allowMethods(choices, situation),
    ...allowHeaders(choices, situation),
    ...maxAge(choices),
  ]
  if (choices.chance(situation.flaws.location / 4)) return redirect(choices, headers)
  const isGood = !choices.chance(situation.flaws.status * 0.7)
  const status = isGood
    ? choices.weighted([
        [5, 204],
        [5, 200],
        [2, choices.pick(successStatuses)],
      ])
    : choices.pick(failureStatuses)
  return { status, headers, drop: false }
}

/** Returns how the server answers the request itself; `hasNext` where a redirect has somewhere to lead. */
export function generateActualAnswer(choices: Choices, situation: Situation, hasNext: boolean): Answer {
  if (choices.chance(situation.flaws.connection / 4)) return dropped
  if (choices.chance(situation.flaws.status / 6)) return bareError(choices)
  const headers = [
    ...allowOrigin(choices, situation),
    ...allowCredentials(choices, situation),
    ...others(choices),
  ]
  if (hasNext) return redirect(choices, headers, choices.chance(situation.flaws.location * 0.7))
  const statuses = [
    [10, 200],
    [1, choices.pick(successStatuses)],
    [2, choices.pick(failureStatuses)],
  ] as const
  return { status: choices.weighted(statuses), headers, drop: false }
}

function redirect(choices: Choices, headers: readonly NameValue[], isOdd = false): Answer {
  const odd = [
    '$next-with-userinfo',
    '$next-with-userinfo',
    'data:text/plain,x',
    'file:///x',
    'ftp://x.test/',
    'http://[',
    '',
  ]
  const location = isOdd ? choices.pick(odd) : '$next'
  const hasLocation = !choices.chance(0.03)
  const lines: NameValue[] = hasLocation ? [['Location', location]] : []
  return { status: choices.pick(redirectStatuses), headers: [...headers, ...lines], drop: false }
}

/** What a proxy or a crashed application answers: no CORS headers at all. */
const bareError = (choices: Choices): Answer => ({
  status: choices.pick([404, 413, 500, 502, 503, 504]),
  headers: [['Server', 'proxy']],
  drop: false,
})

function maxAge(choices: Choices): readonly NameValue[] {
  return choices.chance(0.3)
    ? [['Access-Control-Max-Age', choices.pick(['600', '0', '-1', 'x', '99999999'])]]
    : []
}

/** Headers that say what a script may read, and some that look related but change nothing for CORS. */
function others(choices: Choices): readonly NameValue[] {
  const expose = spelling(choices, 'Access-Control-Expose-Headers')
  const exposed = [
    'X-Total',
    '*',
    'x-total, ETag',
    '',
    '"X-Total"',
    'X-Total;ETag',
    '*, X-Total',
    ',x-total,',
  ] as const
  const lines: NameValue[] = [
    ['X-Total', '3'],
    ['ETag', '"x"'],
  ]
  if (choices.chance(0.4)) lines.push([expose, choices.pick(exposed)])
  if (choices.chance(0.3)) lines.push(['Vary', 'Origin'])
  if (choices.chance(0.1)) lines.push(['Timing-Allow-Origin', '*'])
  if (choices.chance(0.1)) lines.push(['Set-Cookie', 'session=secret; SameSite=None; Secure'])
  if (choices.chance(0.05))
    lines.push(['Cross-Origin-Resource-Policy', choices.pick(['same-origin', 'cross-origin'])])
  return lines
}
