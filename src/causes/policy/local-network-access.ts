import { hostNameOf, hostOf } from '../../evidence/address.ts'
import { failure, url } from '../../evidence/place.ts'
import { isPrivate, isThisMachine } from '../../knowledge/hosts.ts'
import { netErrors } from '../../reading/net-errors.ts'
import { statusZero } from '../../reading/status-zero.ts'
import { namedError, pageOriginOf, withoutTrace } from '../../reading/unexplained.ts'
import { code, text } from '../../text/text.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * A page from the internet called the local network or the computer itself.
 *
 * Example: `https://app.example` calls `http://192.168.1.10/status` without the user's permission.
 */
export default defineRootCause({
  id: 'local-network-access',
  family: 'policy',
  after: ['http-cache', 'response-not-recorded'],
  recognize: (verdict) => {
    const named = namedError(verdict, netErrors.localNetwork)
    if (named !== null) return { ...named, host: hostOf(named.entry.request.url) }
    const entry = withoutTrace(verdict) ?? unconnected(verdict)
    if (entry === null) return null
    const target = hostNameOf(entry.request.url)
    const page = hostNameOf(pageOriginOf(verdict) ?? '')
    if (page === '' || isLocal(page)) return null
    return isLocal(target) ? { entry, error: null, host: hostOf(entry.request.url) } : null
  },
  confidence: ({ error }) => (error === null ? 'low' : 'high'),
  summary: ({ host, error }) =>
    error !== null
      ? text`The browser blocks this page from the local network, where ${code(host)} is.`
      : text`${code(host)} is in the local network, which the browser may block for this page.`,
  brief: () => text`blocked by Local Network Access`,
  detail: ({ error }) =>
    text`${error === null ? 'The recording shows no response and no reason.' : text`The browser reports ${code(error)}.`} Requests to more private addresses than the page's own need the user's permission, and only https pages can get it. Allow it in the site settings, or serve page and API from the same network.`,
  evidence: ({ entry }) => [url(entry), ...failure(entry)],
})

const isLocal = (host: string): boolean => isThisMachine(host) || isPrivate(host)

function unconnected(verdict: Verdict) {
  const zero = statusZero(verdict)
  return zero?.shown === 'no connection' ? zero.entry : null
}
