import { code, text } from '../text/text.ts'
import { allowOriginArgs, allowOriginEvidence, allowThisOrigin, exactly } from './allow-origin.ts'
import { differingParts } from './differing-parts.ts'
import { defineRule } from './rule.ts'

/**
 * The allowed origin has a different port.
 *
 * Example: `http://localhost:8080` is allowed, the page is on `http://localhost:3000`.
 * Instead: allow the port that the page is served from.
 */
export default defineRule({
  id: 'allow-origin-port',
  means: 'The allowed origin has a different port.',
  match: (failure) => {
    const args = allowOriginArgs(failure)
    const differing = differingParts(args.value, args.origin)
    return differing !== null && differing.join() === 'port' ? args : null
  },
  brief: ({ value }) => text`allows ${code(value)}`,
  summary: ({ response, value, origin }) =>
    text`The ${response} allows ${code(value)}; only the port differs from ${code(origin)}.`,
  detail: ({ origin }) => text`${exactly(origin)} A different port is a different origin, even on localhost.`,
  evidence: allowOriginEvidence,
  fix: allowThisOrigin,
})
