import { shortUrl } from '../../evidence/address.ts'
import { presentHeaders, responseHeader } from '../../evidence/place.ts'
import { get } from '../../fetch/header-list.ts'
import type { HarEntry } from '../../har/har-entry.ts'
import { isActual } from '../../reading/api-response.ts'
import { blockedBy, varyNames } from '../../reading/blocked-by.ts'
import type { Reader, Siblings } from '../../reading/siblings.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'
import { HIT_HEADERS, isHit } from './cache-hit.ts'

/**
 * A shared cache returned a copy that was made for another origin.
 *
 * Example: `x-cache: Hit from cloudfront` and the origin of another page in Access-Control-Allow-Origin.
 */
export default defineRootCause({
  id: 'cdn-cached-without-vary',
  family: 'cache',
  after: ['s3-rule', 'img-cached-then-fetch'],
  recognize: (verdict, siblings) => {
    const blocked = blockedBy(verdict)
    if (blocked === null || blocked.phase !== 'actual') return null
    const { entry, allowOrigin } = blocked
    if (!['GET', 'HEAD'].includes(entry.request.method) || !/^allow-origin/.test(blocked.rule)) return null
    if (!isHit(entry) || varyNames(entry).some((name) => name === 'origin' || name === '*')) return null
    if (allowOrigin === '*') return null
    return { entry, others: allowOrigin, fresh: freshCopy(entry, siblings) }
  },
  confidence: ({ others, fresh }) => (others !== null || fresh !== null ? 'high' : 'medium'),
  summary: ({ others }) =>
    others === null
      ? text`A cache used a copy without ${code('Access-Control-Allow-Origin')} and ${code('Vary: Origin')}.`
      : text`A cache used the copy that was made for ${code(others)}.`,
  detail: ({ fresh }) =>
    text`The response comes from a cache and lacks ${code('Vary: Origin')}, so the cache keeps one copy for all requests. ${
      fresh === null ? '' : 'The same URL, fresh from the server, has the right header. '
    }Send ${code('Vary: Origin')} on every response of these URLs, have the CDN forward ${code('Origin')} and add it to its cache key, then purge the cache.`,
  evidence: ({ entry, fresh }) => [
    ...presentHeaders(entry, ...HIT_HEADERS),
    ...responseHeader(entry, 'Vary'),
    ...responseHeader(entry, 'Access-Control-Allow-Origin'),
    ...(fresh === null ? [] : responseHeader(fresh, 'Access-Control-Allow-Origin')),
  ],
})

/** Another response for the same resource, with the header that this page needs. */
function freshCopy(entry: HarEntry, siblings: Siblings): HarEntry | null {
  const origin = get(entry.request.headers, 'Origin')
  const path = shortUrl(entry.request.url)
  const found = siblings.read(freshReader, path).find(({ allowOrigin }) => allowOrigin === origin)
  return found?.entry ?? null
}

const freshReader: Reader = {
  shelf: (answer) => (isActual(answer) && !isHit(answer.entry) ? shortUrl(answer.entry.request.url) : null),
  by: ({ allowOrigin }) => allowOrigin,
}
