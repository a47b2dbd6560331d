import { shortUrl } from '../../evidence/address.ts'
import { responseHeader, url } from '../../evidence/place.ts'
import { parseUrl } from '../../parse-url.ts'
import { blockedBy, varyNames } from '../../reading/blocked-by.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * The browser's cache returned a copy that was made for a page with another origin.
 *
 * Example: two sites use an API that allows each site's origin but doesn't send `Vary`; the second site gets the first
 * site's copy.
 */
export default defineRootCause({
  id: 'cached-for-another-origin',
  family: 'cache',
  recognize: (verdict) => {
    const blocked = blockedBy(verdict)
    if (blocked === null || blocked.phase !== 'actual' || blocked.allowOrigin === null) return null
    const { actual = null, standIn = null } = verdict.exchange.chain[blocked.hop] ?? {}
    const isCopy = standIn !== null || actual?.vendor.fromCache !== null
    const other = parseUrl(blocked.allowOrigin)
    if (actual === null || !isCopy || other === null || other.origin !== blocked.allowOrigin) return null
    if (varyNames(blocked.entry).some((name) => name === 'origin' || name === '*')) return null
    const [origin] = verdict.exchange.facts.origin.known ? [verdict.exchange.facts.origin.value] : []
    return origin === other.origin ? null : { entry: blocked.entry, actual, other: other.origin }
  },
  confidence: 'high',
  summary: ({ other }) => text`The browser's cache used a copy made for ${code(other)}.`,
  detail: ({ entry }) =>
    text`The response from ${code(shortUrl(entry.request.url))} names one origin but lacks ${code('Vary: Origin')}, so caches use one copy for every page. Send ${code('Vary: Origin')} on every response of this URL, even to requests without ${code('Origin')}.`,
  evidence: ({ entry, actual }) => [
    ...responseHeader(entry, 'Access-Control-Allow-Origin'),
    ...responseHeader(entry, 'Vary'),
    url(actual),
  ],
})
