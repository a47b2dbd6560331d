import { asciiLower } from '../../fetch/header-list.ts'
import type { ApiResponse } from '../../reading/api-response.ts'
import { defineFingerprint } from './fingerprint.ts'
import { header, lowerCase, sized, where } from './sign.ts'

const KOA_TOO = /^GET,HEAD,PUT,POST,DELETE,PATCH$/

const isLower = ({ entry }: ApiResponse): boolean =>
  entry.response.headers.some(({ name }) => name === 'access-control-allow-methods')

/** Returns whether three names or more, but for those that Node itself adds, stand in the order of the alphabet. */
export function isSorted({ entry }: ApiResponse): boolean {
  const names = entry.response.headers
    .map(({ name }) => asciiLower(name))
    .filter(
      (name) => !['date', 'connection', 'keep-alive', 'content-length', 'transfer-encoding'].includes(name),
    )
  return names.length > 2 && names.every((name, i) => i === 0 || (names[i - 1] ?? '') <= name)
}

/**
 * Hono allows QUERY too, writes `UTF-8` in upper case, and gives its headers in the order of the alphabet, as everything
 * does that is made from a `Response`.
 */
export default defineFingerprint({
  id: 'hono',
  title: 'Hono',
  layer: 'app',
  builtOn: ['node-http'],
  signs: [
    header('high', 'Access-Control-Allow-Methods', /^GET,HEAD,PUT,POST,DELETE,PATCH,QUERY$/),
    where(header('low', 'Access-Control-Allow-Methods', KOA_TOO), isLower),
    sized('medium', { statuses: [404], lengths: ['13'], type: /^text\/plain; charset=UTF-8$/ }),
    sized('medium', { statuses: [500], lengths: ['21'], type: /^text\/plain; charset=UTF-8$/ }),
    where(lowerCase('low', 'content-type'), (answer) => isSorted(answer)),
  ],
})
