import { hostNameOf, hostOf, pathOf } from '../../evidence/address.ts'
import { requestedHeaderNames } from '../../evidence/is-preflight.ts'
import { responseHeader, status, url } from '../../evidence/place.ts'
import { asciiLower } from '../../fetch/header-list.ts'
import type { HarEntry } from '../../har/har-entry.ts'
import { isSchemelesslySameSite } from '../../knowledge/site.ts'
import { blockedBy } from '../../reading/blocked-by.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'
import { CLOSED_APIS, type ClosedApi } from './closed-apis.ts'

/**
 * A public API that its provider keeps closed to pages, or opens only to requests of a certain form.
 *
 * Example: `https://github.com/login/oauth/access_token`, called by a page.
 */
export default defineRootCause({
  id: 'api-closed-to-pages',
  family: 'refusals',
  configuration: 'has no part',
  recognize: (verdict) => {
    const blocked = blockedBy(verdict)
    if (blocked === null) return null
    const { entry, allowOrigin } = blocked
    const api = CLOSED_APIS.find((one) => isClosed(one, entry))
    if (api === undefined || (allowOrigin !== null && api.sendsAllowOrigin !== true)) return null
    const { origin } = verdict.exchange.facts
    const isOwn = origin.known && isSchemelesslySameSite(origin.value ?? '', entry.request.url)
    if (isOwn) return null
    return { entry, api, host: code(hostOf(entry.request.url)) }
  },
  confidence: 'high',
  summary: ({ api, host }) => text`${api.name} (${host}) doesn't accept this request from a page.`,
  detail: ({ api }) => api.advice,
  evidence: ({ entry }) => [
    url(entry),
    status(entry),
    ...responseHeader(entry, 'Access-Control-Allow-Origin'),
  ],
})

/** Reports whether a request is one that an API doesn't accept from pages. */
function isClosed(api: ClosedApi, entry: HarEntry): boolean {
  const { host, path, unlessQuery, unlessHeader, onlyWithHeader } = api
  const { request } = entry
  if (!host.test(hostNameOf(request.url))) return false
  if (path !== undefined && !path.test(pathOf(request.url))) return false
  if (unlessQuery?.test(request.url)) return false
  const names = [...request.headers.map(({ name }) => name), ...requestedHeaderNames(entry)].map(asciiLower)
  if (unlessHeader !== undefined && names.includes(unlessHeader)) return false
  return onlyWithHeader === undefined || names.includes(onlyWithHeader)
}
