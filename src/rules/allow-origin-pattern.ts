import { code, text } from '../text/text.ts'
import { allowOriginArgs, allowOriginEvidence, allowThisOrigin, comparedByteForByte } from './allow-origin.ts'
import { defineRule } from './rule.ts'

/**
 * The allowed origin is a pattern; CORS has none.
 *
 * Example: `Access-Control-Allow-Origin: https://*.example`.
 * Instead: compare on the server, and answer with the one origin that asked.
 */
export default defineRule({
  id: 'allow-origin-pattern',
  means: 'The allowed origin is a pattern; CORS has none.',
  match: (failure) => {
    const args = allowOriginArgs(failure)
    return args.value !== '*' && args.value.includes('*') && !args.value.includes(',') ? args : null
  },
  summary: ({ response, value }) => text`The ${response} allows ${code(value)}; CORS knows no patterns.`,
  detail: ({ origin }) =>
    text`${comparedByteForByte(origin)} Only a lone ${code('*')} has a meaning of its own. Let the server compare the request's origin with its list and answer with that one origin.`,
  evidence: allowOriginEvidence,
  fix: allowThisOrigin,
})
