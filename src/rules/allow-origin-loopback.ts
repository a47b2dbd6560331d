import { isLoopbackUrl } from '../knowledge/hosts.ts'
import { code, text } from '../text/text.ts'
import { allowOriginArgs, allowOriginEvidence, allowThisOrigin } from './allow-origin.ts'
import { differingParts } from './differing-parts.ts'
import { defineRule } from './rule.ts'

/**
 * The allowed origin is the same machine under another name.
 *
 * Example: `http://127.0.0.1:3000` is allowed, the page is on `http://localhost:3000`.
 * Instead: open the page under the allowed name, or allow this one.
 */
export default defineRule({
  id: 'allow-origin-loopback',
  means: 'The allowed origin is the same machine under another name.',
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
  brief: ({ value }) => text`allows ${code(value)}`,
  summary: ({ response, value, origin }) =>
    text`The ${response} allows ${code(value)}; ${code(origin)} is a different origin.`,
  detail: ({ origin }) =>
    text`The names localhost, 127.0.0.1 and [::1] are one machine but three origins. Open the page under the allowed name, or allow ${code(origin)}.`,
  evidence: allowOriginEvidence,
  fix: allowThisOrigin,
})
