import { code, text } from '../text/text.ts'
import { allowOriginArgs, allowOriginEvidence, allowThisOrigin, comparedByteForByte } from './allow-origin.ts'
import { defineRule } from './rule.ts'

/**
 * The allowed origin stands in quotes or brackets.
 *
 * Example: `Access-Control-Allow-Origin: "https://app.example"`.
 * Instead: send the bare origin.
 */
export default defineRule({
  id: 'allow-origin-quoted',
  means: 'The allowed origin stands in quotes or brackets.',
  match: (failure) => {
    const args = allowOriginArgs(failure)
    const bare = /^(["'`<[(])(.*)(["'`>\])])$/.exec(args.value)
    return bare !== null && [args.origin, '*', 'null'].includes(bare[2] ?? '') ? args : null
  },
  summary: ({ response, value }) =>
    text`The ${response} allows ${code(value)}, with quotes around the origin.`,
  detail: ({ origin }) =>
    text`${comparedByteForByte(origin)} The quotes are part of the value. They often come from a setting that was quoted twice.`,
  evidence: allowOriginEvidence,
  fix: allowThisOrigin,
})
