import { code, text } from '../text/text.ts'
import { allowOriginArgs, allowOriginEvidence, allowThisOrigin, exactly } from './allow-origin.ts'
import { defineRule } from './rule.ts'

/**
 * The allowed origin has a path; an origin never has one.
 *
 * Example: `Access-Control-Allow-Origin: https://app.example/shop` for `https://app.example`.
 * Instead: remove the path.
 */
export default defineRule({
  id: 'allow-origin-path',
  means: 'The allowed origin has a path; an origin never has one.',
  match: (failure) => {
    const args = allowOriginArgs(failure)
    return args.value.startsWith(`${args.origin}/`) || args.value.startsWith(`${args.origin}?`) ? args : null
  },
  brief: ({ value }) => text`allows ${code(value)}`,
  summary: ({ response, value, origin }) =>
    text`The ${response} allows ${code(value)}; an origin has no path: ${code(origin)}.`,
  detail: ({ origin }) => text`${exactly(origin)} Remove everything after host and port.`,
  evidence: allowOriginEvidence,
  fix: allowThisOrigin,
})
