import { code, text } from '../text/text.ts'
import { allowOriginArgs, allowOriginEvidence, allowThisOrigin } from './allow-origin.ts'
import { defineRule } from './rule.ts'

/**
 * The allowed origin is a pattern; CORS doesn't support patterns.
 *
 * Example: `Access-Control-Allow-Origin: https://*.example`.
 * Instead: match the pattern on the server, and respond with the request's origin.
 */
export default defineRule({
  id: 'allow-origin-pattern',
  means: "The allowed origin is a pattern; CORS doesn't support patterns.",
  match: (failure) => {
    const args = allowOriginArgs(failure)
    return args.value !== '*' && args.value.includes('*') && !args.value.includes(',') ? args : null
  },
  brief: ({ value }) => text`allows ${code(value)}`,
  summary: ({ response, value }) =>
    text`The ${response} allows ${code(value)}; CORS doesn't support patterns.`,
  detail: ({ origin }) =>
    text`Only ${code('*')} alone is a wildcard. Match the request's origin on the server, then send it back: ${code(origin)}.`,
  evidence: allowOriginEvidence,
  fix: allowThisOrigin,
})
