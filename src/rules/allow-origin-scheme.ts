import { code, text } from '../text/text.ts'
import { allowOriginArgs, allowOriginEvidence, allowThisOrigin, exactly } from './allow-origin.ts'
import { differingParts } from './differing-parts.ts'
import { defineRule } from './rule.ts'

/**
 * The allowed origin has a different scheme.
 *
 * Example: `http://app.example` is allowed, the page is on `https://app.example`.
 * Instead: allow the scheme that the page is served with.
 */
export default defineRule({
  id: 'allow-origin-scheme',
  means: 'The allowed origin has a different scheme.',
  match: (failure) => {
    const args = allowOriginArgs(failure)
    const differing = differingParts(args.value, args.origin)
    return differing !== null && differing.join() === 'scheme' ? args : null
  },
  brief: ({ value }) => text`allows ${code(value)}`,
  summary: ({ response, value, origin }) =>
    text`The ${response} allows ${code(value)}; only the scheme differs from ${code(origin)}.`,
  detail: ({ origin }) =>
    text`${exactly(origin)} The setting may be older than the move to https, or come from behind a proxy that terminates TLS.`,
  evidence: allowOriginEvidence,
  fix: allowThisOrigin,
})
