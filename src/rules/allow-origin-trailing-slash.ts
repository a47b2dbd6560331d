import { code, text } from '../text/text.ts'
import { allowOriginArgs, allowOriginEvidence, allowThisOrigin, comparedByteForByte } from './allow-origin.ts'
import { defineRule } from './rule.ts'

/**
 * The allowed origin ends in a slash; an origin never does.
 *
 * Example: `Access-Control-Allow-Origin: https://app.example/` for `https://app.example`.
 * Instead: leave the slash out.
 */
export default defineRule({
  id: 'allow-origin-trailing-slash',
  means: 'The allowed origin ends in a slash; an origin never does.',
  match: (failure) => {
    const args = allowOriginArgs(failure)
    return args.value === `${args.origin}/` ? args : null
  },
  summary: ({ response, value, origin }) =>
    text`The ${response} allows ${code(value)}; the origin is ${code(origin)}, without a slash.`,
  detail: ({ origin }) =>
    text`${comparedByteForByte(origin)} An origin is scheme, host and port and nothing else. Take the slash out of the server's setting.`,
  evidence: allowOriginEvidence,
  fix: allowThisOrigin,
})
