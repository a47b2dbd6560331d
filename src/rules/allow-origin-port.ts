import { code, text } from '../text/text.ts'
import { allowOriginArgs, allowOriginEvidence, allowThisOrigin, comparedByteForByte } from './allow-origin.ts'
import { differingParts } from './differing-parts.ts'
import { defineRule } from './rule.ts'

/**
 * The allowed origin has another port.
 *
 * Example: `http://localhost:8080` allowed, `http://localhost:3000` asks.
 * Instead: allow the port that the page is served from.
 */
export default defineRule({
  id: 'allow-origin-port',
  means: 'The allowed origin has another port.',
  match: (failure) => {
    const args = allowOriginArgs(failure)
    const differing = differingParts(args.value, args.origin)
    return differing !== null && differing.join() === 'port' ? args : null
  },
  summary: ({ response, value, origin }) =>
    text`The ${response} allows ${code(value)}; only the port differs from ${code(origin)}.`,
  detail: ({ origin }) =>
    text`${comparedByteForByte(origin)} Another port is another origin, on localhost too.`,
  evidence: allowOriginEvidence,
  fix: allowThisOrigin,
})
