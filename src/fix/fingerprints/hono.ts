import { asciiLower } from '../../fetch/header-list.ts'
import type { ApiResponse } from '../../reading/api-response.ts'
import { defineFingerprint } from './fingerprint.ts'
import { header, lowerCase, sized, where } from './sign.ts'

const KOA_TOO = /^GET,HEAD,PUT,POST,DELETE,PATCH$/

const isLower = ({ entry }: ApiResponse): boolean =>
  entry.response.headers.some(({ name }) => name === 'access-control-allow-methods')

/**
 * Reports whether the header names are in alphabetical order, and there are at least three, not counting those that Node
 * adds.
 */
export function isSorted({ entry }: ApiResponse): boolean {
  const names = entry.response.headers
    .map(({ name }) => asciiLower(name))
    .filter(
      (name) => !['date', 'connection', 'keep-alive', 'content-length', 'transfer-encoding'].includes(name),
    )
  return names.length > 2 && names.every((name, i) => i === 0 || (names[i - 1] ?? '') <= name)
}

/**
 * Hono also allows QUERY, writes `UTF-8` in uppercase, and sends its headers in alphabetical order, like everything
 * created from a `Response`.
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
