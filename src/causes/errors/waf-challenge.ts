import { hostOf } from '../../evidence/address.ts'
import { presentHeaders, status } from '../../evidence/place.ts'
import type { HarEntry } from '../../har/har-entry.ts'
import { headerOf, isHtml, isServer, withoutAllowOrigin } from '../../reading/blocked-by.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * A firewall treated the request as a bot's and responded with a challenge page.
 *
 * Example: 403 of Cloudflare with `cf-mitigated: challenge`.
 */
export default defineRootCause({
  id: 'waf-challenge',
  family: 'errors',
  configuration: 'comes second',
  yieldsTo: ['aws-waf-blocked', 'azure-waf-blocked', 'imperva-blocked'],
  after: ['edge-auth'],
  recognize: (verdict) => {
    const blocked = withoutAllowOrigin(verdict)
    if (blocked === null || !isChallenge(blocked.entry)) return null
    const { entry } = blocked
    return { entry, host: hostOf(entry.request.url), sure: isMarked(entry) }
  },
  confidence: ({ sure }) => (sure ? 'high' : 'medium'),
  summary: ({ host, entry }) =>
    text`A firewall in front of ${code(host)} responded with ${entry.response.status} instead of the API.`,
  detail: ({ sure }) =>
    text`${
      sure
        ? 'The response is marked as a challenge or a block.'
        : 'An HTML page with this status is what it sends for a challenge or a block.'
    } The application never saw the request, and a fetch can't solve a challenge. Exempt OPTIONS and the API's paths from the bot rules. A browser that passed the challenge in a tab may get through with credentials.`,
  evidence: ({ entry }) => [
    status(entry),
    ...presentHeaders(entry, 'CF-Mitigated', 'Server', 'X-Sucuri-ID', 'X-Amzn-Waf-Action', 'X-DataDome'),
    ...presentHeaders(entry, 'Content-Type'),
  ],
})

/** Reports whether a response is a firewall's challenge or block. */
const isChallenge = (entry: HarEntry): boolean =>
  isMarked(entry) ||
  (isServer(entry, /^cloudflare/i) && isHtml(entry) && [403, 503].includes(entry.response.status))

const isMarked = (entry: HarEntry): boolean =>
  headerOf(entry, 'X-Amzn-Waf-Action') !== null ||
  (entry.response.status === 403 && headerOf(entry, 'X-DataDome') !== null) ||
  (entry.response.status >= 400 &&
    (headerOf(entry, 'CF-Mitigated') !== null ||
      headerOf(entry, 'X-Sucuri-Block') !== null ||
      isServer(entry, /^(AkamaiGHost|Sucuri|DDoS-Guard)/i)))
