import { requestedHeaderNames } from '../../evidence/is-preflight.ts'
import { requestHeader } from '../../evidence/place.ts'
import { get } from '../../fetch/header-list.ts'
import { isCorsSafelistedMethod } from '../../fetch/methods.ts'
import { NEEDLESS_HEADERS, needlessHeader } from '../../knowledge/needless-headers.ts'
import { blockedBy } from '../../reading/blocked-by.ts'
import { code, list, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * The request only needs a preflight because of headers that have no effect.
 *
 * Example: `Content-Type: application/json` on a GET, which has no body.
 */
export default defineRootCause({
  id: 'needless-preflight-trigger',
  family: 'page',
  after: ['sandboxed-frame'],
  recognize: (verdict) => {
    const blocked = blockedBy(verdict)
    if (blocked === null || blocked.phase !== 'preflight') return null
    const { entry } = blocked
    const method = get(entry.request.headers, 'Access-Control-Request-Method') ?? ''
    const names = requestedHeaderNames(entry)
    const isNeedless = (name: string): boolean => needlessHeader(name, method)?.ignored === true
    if (!isCorsSafelistedMethod(method) || names.length === 0 || !names.every(isNeedless)) return null
    return { entry, method, names }
  },
  confidence: 'medium',
  summary: ({ names, method }) =>
    text`Only ${list(names.map(code))} ${names.length === 1 ? 'makes' : 'make'} this ${code(method)} need a preflight.`,
  detail: ({ names }) =>
    text`Most servers ignore ${names.length === 1 ? 'this header' : 'these headers'} in such a request. Without ${list(names.map(code))} there's no preflight; the response still needs ${code('Access-Control-Allow-Origin')}.${
      names.some((name) => AGAINST_CACHES.includes(name))
        ? text` To get past caches, use ${code("cache: 'no-store'")} in fetch().`
        : ''
    }`,
  evidence: ({ entry }) => [
    ...requestHeader(entry, 'Access-Control-Request-Headers'),
    ...requestHeader(entry, 'Access-Control-Request-Method'),
  ],
})

const AGAINST_CACHES = NEEDLESS_HEADERS.filter(
  ({ says }) => says === 'how caches may answer' || says === 'what is there already',
).map(({ name }) => name)
