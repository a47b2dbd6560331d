import { code, text } from '../text/text.ts'
import { allowOriginArgs, allowOriginEvidence, allowThisOrigin, comparedByteForByte } from './allow-origin.ts'
import { differingParts } from './differing-parts.ts'
import { defineRule } from './rule.ts'

/**
 * The allowed origin has the other scheme.
 *
 * Example: `http://app.example` allowed, `https://app.example` asks.
 * Instead: allow the scheme that the page is served with.
 */
export default defineRule({
  id: 'allow-origin-scheme',
  means: 'The allowed origin has the other scheme.',
  match: (failure) => {
    const args = allowOriginArgs(failure)
    const differing = differingParts(args.value, args.origin)
    return differing !== null && differing.join() === 'scheme' ? args : null
  },
  summary: ({ response, value, origin }) =>
    text`The ${response} allows ${code(value)}; only the scheme differs from ${code(origin)}.`,
  detail: ({ origin }) =>
    text`${comparedByteForByte(origin)} http and https are two origins. Was the setting made before the page moved to https, or behind a proxy that ends TLS?`,
  evidence: allowOriginEvidence,
  fix: allowThisOrigin,
})
