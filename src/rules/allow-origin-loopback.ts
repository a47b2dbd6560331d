import { isLoopbackUrl } from '../knowledge/hosts.ts'
import { code, text } from '../text/text.ts'
import { allowOriginArgs, allowOriginEvidence, allowThisOrigin, comparedByteForByte } from './allow-origin.ts'
import { differingParts } from './differing-parts.ts'
import { defineRule } from './rule.ts'

/**
 * The allowed origin is the same machine under its other name.
 *
 * Example: `http://127.0.0.1:3000` allowed, `http://localhost:3000` asks.
 * Instead: open the page under the name that is allowed, or allow this one.
 */
export default defineRule({
  id: 'allow-origin-loopback',
  means: 'The allowed origin is the same machine under its other name.',
  match: (failure) => {
    const args = allowOriginArgs(failure)
    const differing = differingParts(args.value, args.origin)
    return differing !== null &&
      differing.join() === 'host' &&
      isLoopbackUrl(args.value) &&
      isLoopbackUrl(args.origin)
      ? args
      : null
  },
  summary: ({ response, value, origin }) =>
    text`The ${response} allows ${code(value)}; ${code(origin)} is another origin.`,
  detail: ({ origin }) =>
    text`${comparedByteForByte(origin)} localhost, 127.0.0.1 and [::1] reach the same machine and are three origins. Open the page under the allowed name, or allow this one.`,
  evidence: allowOriginEvidence,
  fix: allowThisOrigin,
})
