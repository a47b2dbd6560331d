import { hostOf } from '../../evidence/address.ts'
import { failure, responseHeader } from '../../evidence/place.ts'
import { netErrors } from '../../reading/net-errors.ts'
import { namedError } from '../../reading/unexplained.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * The page is isolated, so everything that it loads without CORS must explicitly allow it.
 *
 * Example: `Cross-Origin-Embedder-Policy: require-corp` on the page, no Cross-Origin-Resource-Policy on an image.
 */
export default defineRootCause({
  id: 'coep',
  family: 'policy',
  recognize: (verdict) => {
    const named = namedError(verdict, netErrors.coep)
    return named === null ? null : { ...named, host: hostOf(named.entry.request.url) }
  },
  confidence: 'high',
  summary: ({ host }) =>
    text`The page's ${code('Cross-Origin-Embedder-Policy')} blocks the response from ${code(host)}.`,
  brief: () => text`blocked by ${code('Cross-Origin-Embedder-Policy')}`,
  detail: ({ error }) =>
    text`The browser reports ${code(error)}. A page with ${code('Cross-Origin-Embedder-Policy: require-corp')} accepts no-cors responses only with ${code('Cross-Origin-Resource-Policy: cross-origin')}. Add that header on the API, use CORS (${code('crossorigin')}, mode ${code('cors')}), or send ${code('credentialless')} with the page.`,
  evidence: ({ entry }) => [...failure(entry), ...responseHeader(entry, 'Cross-Origin-Resource-Policy')],
})
