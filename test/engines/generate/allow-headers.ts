import type { CaseRequest, NameValue } from '../engine-case.ts'
import type { Choices } from '../prng.ts'
import { nearMissesOf, nearMissLinesOf } from './near-misses.ts'

/** What can be wrong with a server. */
export type Part = 'origin' | 'credentials' | 'methods' | 'headers' | 'status' | 'location' | 'connection'

/** What the server's headers have to match, and how likely each part of its configuration is not as it should be. */
export interface Situation {
  readonly page: string
  readonly request: CaseRequest
  readonly flaws: Readonly<Record<Part, number>>
}

/** Returns `Access-Control-Allow-Origin` lines. */
export function allowOrigin(choices: Choices, { page, request, flaws }: Situation): readonly NameValue[] {
  const name = spelling(choices, 'Access-Control-Allow-Origin')
  if (!choices.chance(flaws.origin)) {
    const wildcard = request.credentials === 'include' ? [] : ([[3, '*']] as const)
    return [[name, choices.weighted([[4, '$origin'], [2, page], ...wildcard])]]
  }
  if (choices.chance(0.4)) return choices.pick(nearMissLinesOf(page))
  return [
    [
      name,
      choices.weighted([
        [3, '*'],
        [1, '$origin/'],
        [8, choices.pick(nearMissesOf(page))],
      ]),
    ],
  ]
}

const brokenAllowCredentials = [
  'True',
  'TRUE',
  'false',
  '1',
  'yes',
  '',
  '"true"',
  'true, true',
  'true;',
  'truee',
  '*',
  'include',
]

/** Returns `Access-Control-Allow-Credentials` lines. */
export function allowCredentials(choices: Choices, { request, flaws }: Situation): readonly NameValue[] {
  const name = spelling(choices, 'Access-Control-Allow-Credentials')
  if (!choices.chance(flaws.credentials)) {
    return request.credentials === 'include' || choices.chance(0.3) ? [[name, 'true']] : []
  }
  return choices.pick<readonly NameValue[]>([
    [],
    [[name, choices.pick(brokenAllowCredentials)]],
    [
      [name, 'true'],
      [name, choices.pick(['true', 'false'])],
    ],
  ])
}

/** Returns `Access-Control-Allow-Methods` lines. */
export function allowMethods(choices: Choices, { request, flaws }: Situation): readonly NameValue[] {
  const name = spelling(choices, 'Access-Control-Allow-Methods')
  const { method } = request
  const wildcard = request.credentials === 'include' ? [] : ['*']
  const sound = ['$acrm', method, `GET, ${method}`, `${method},OPTIONS`, `GET,HEAD , ${method}`, ...wildcard]
  const broken = [
    'GET, POST',
    '*',
    'GET, POST, *',
    method.toLowerCase(),
    method.toUpperCase(),
    `GET,, ${method},`,
    '',
    ',',
    `"${method}"`,
    `'${method}'`,
    `${method} DELETE`,
    `${method};`,
    `[${method}]`,
    `GET/${method}`,
    '"*"',
    '$acrm,$acrm',
    `GET\t,\t${method}`,
    `${method}, "x`,
    'GÉT',
    'any',
  ]
  return lines(choices, name, choices.chance(flaws.methods), sound, broken)
}

/** Returns `Access-Control-Allow-Headers` lines. */
export function allowHeaders(choices: Choices, { request, flaws }: Situation): readonly NameValue[] {
  const name = spelling(choices, 'Access-Control-Allow-Headers')
  const names = [...new Set(['content-type', ...request.headers.map(([header]) => header)])]
  const all = names.join(', ')
  const wildcard = request.credentials === 'include' ? [] : ['*']
  const sound = ['$acrh', all, all.toUpperCase(), `X-Requested-With,${names.join(',')}`, ...wildcard]
  const broken = [
    '*',
    'X-Requested-With',
    `*, ${names[0]}`,
    'content-type, *',
    names.slice(1).join(', '),
    names.slice(0, -1).join(', '),
    `,${all},,`,
    '',
    ',',
    `"${all}"`,
    names.join(' '),
    names.join(';'),
    `${all};`,
    'x(y)',
    '"*"',
    'Authorization',
    `${all}\t`,
    names.map((header) => header.replaceAll('-', '_')).join(', '),
    'any',
    `content-type: ${all}`,
    '$acrh, *',
  ]
  return lines(choices, name, choices.chance(flaws.headers), sound, broken)
}

function lines(
  choices: Choices,
  name: string,
  isBroken: boolean,
  sound: readonly string[],
  broken: readonly string[],
): readonly NameValue[] {
  if (!isBroken) return [[name, choices.pick(sound)]]
  return choices.weighted<readonly NameValue[]>([
    [2, []],
    [6, [[name, choices.pick(broken)]]],
    [
      1,
      [
        [name, choices.pick(broken)],
        [name, choices.pick(sound)],
      ],
    ],
  ])
}

/** Header names are case-insensitive; now and then one is not written as everybody writes it. */
export const spelling = (choices: Choices, name: string): string =>
  choices.weighted([
    [8, name],
    [1, name.toLowerCase()],
    [1, name.toUpperCase()],
  ])
