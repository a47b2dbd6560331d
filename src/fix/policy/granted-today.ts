import { asciiLower, extractHeaderListValues, get, isToken } from '../../fetch/header-list.ts'
import { originOf } from '../../fetch/origin.ts'
import { type ApiResponse, hasCome } from '../../reading/api-response.ts'
import type { Reader, Siblings } from '../../reading/siblings.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import { CORS_RESPONSE_HEADERS } from './cors-response-headers.ts'
import { merge } from './merge.ts'
import type { CorsPolicy } from './policy.ts'
import { isSerializedOrigin } from './serialized-origin.ts'

const reader: Reader = {
  shelf: (answer) =>
    hasCome(answer) && answer.origin !== null
      ? shelfOf(originOf(answer.entry.request.url), answer.origin)
      : null,
  by: ({ entry, preflight }) => [
    preflight,
    ...CORS_RESPONSE_HEADERS.map((name) => get(entry.response.headers, name)),
  ],
}

const shelfOf = (target: string, origin: string): string => `${target} ${origin}`

/**
 * Reports whether the API sends `*` to a fetch itself: `*` on another path proves nothing about this one, nor does the
 * `*` of a preflight if the actual response names an origin.
 */
export const isForEveryone = ({ exchange: { chain } }: Verdict): boolean =>
  chain.some(({ preflight, actual }) => {
    const [decides] = [actual, preflight].flatMap((entry) =>
      entry !== null && get(entry.response.headers, 'Access-Control-Allow-Origin') !== null
        ? [entry.response.headers]
        : [],
    )
    return (
      decides !== undefined &&
      get(decides, 'Access-Control-Allow-Origin') === '*' &&
      get(decides, 'Access-Control-Allow-Credentials') === null
    )
  })

/**
 * Returns what the responses of an API currently allow an origin. Responses with a wrong `Access-Control-Allow-Origin`
 * count too, because their lists show the configuration. Null if no response has CORS headers. `*` in a list isn't kept,
 * because what it covers can't be listed.
 */
export function grantedToday(siblings: Siblings, target: string, origin: string): CorsPolicy | null {
  if (!isSerializedOrigin(origin)) return null
  const answers = siblings.read(reader, shelfOf(target, origin))
  const known = granted.get(answers)
  if (known !== undefined) return known
  const [first, ...rest] = answers.flatMap((answer) => grantOf(answer, origin))
  const policy = first === undefined ? null : merge([first, ...rest])
  granted.set(answers, policy)
  return policy
}

/** By the list of responses, which is the same for all requests of an origin to an API. */
const granted = new WeakMap<readonly ApiResponse[], CorsPolicy | null>()

function grantOf({ entry, preflight }: ApiResponse, origin: string): readonly CorsPolicy[] {
  const { headers } = entry.response
  if (CORS_RESPONSE_HEADERS.every((name) => get(headers, name) === null)) return []
  const listed = (name: string): readonly string[] => {
    const values = extractHeaderListValues(headers, name)
    return Array.isArray(values) ? values.filter((value) => value !== '*' && isToken(value)) : []
  }
  const age = get(headers, 'Access-Control-Max-Age')
  const lists = {
    methods: preflight ? listed('Access-Control-Allow-Methods') : [],
    headers: preflight ? listed('Access-Control-Allow-Headers').map(asciiLower) : [],
    exposed: preflight ? [] : listed('Access-Control-Expose-Headers'),
    maxAge: preflight && age !== null && /^\d{1,9}$/.test(age) ? Number(age) : null,
  }
  const credentials = get(headers, 'Access-Control-Allow-Credentials') === 'true'
  return [{ origins: [origin], ...lists, credentials }]
}
