import { code, text } from '../text/text.ts'
import { allowOriginArgs, allowOriginEvidence, allowThisOrigin, comparedByteForByte } from './allow-origin.ts'
import { defineRule } from './rule.ts'

/**
 * The allowed origin is written in other letter case.
 *
 * Example: `Access-Control-Allow-Origin: HTTPS://App.Example`.
 * Instead: browsers send scheme and host in lower case: write them so.
 */
export default defineRule({
  id: 'allow-origin-case',
  means: 'The allowed origin is written in other letter case.',
  match: (failure) => {
    const args = allowOriginArgs(failure)
    return args.value.toLowerCase() === args.origin.toLowerCase() ? args : null
  },
  summary: ({ response, value, origin }) =>
    text`The ${response} allows ${code(value)}; the letter case differs from ${code(origin)}.`,
  detail: ({ origin }) =>
    text`${comparedByteForByte(origin)} Browsers send scheme and host in lower case, and the comparison respects case.`,
  evidence: allowOriginEvidence,
  fix: allowThisOrigin,
})
