import { code, text } from '../text/text.ts'
import { allowOriginArgs, allowOriginEvidence, allowThisOrigin, exactly } from './allow-origin.ts'
import { defineRule } from './rule.ts'

/**
 * The allowed origin has different capitalization.
 *
 * Example: `Access-Control-Allow-Origin: HTTPS://App.Example`.
 * Instead: browsers send scheme and host in lowercase: write them so.
 */
export default defineRule({
  id: 'allow-origin-case',
  means: 'The allowed origin has different capitalization.',
  match: (failure) => {
    const args = allowOriginArgs(failure)
    return args.value.toLowerCase() === args.origin.toLowerCase() ? args : null
  },
  brief: ({ value }) => text`allows ${code(value)}`,
  summary: ({ response, value, origin }) =>
    text`The ${response} allows ${code(value)}; its capitalization differs from ${code(origin)}.`,
  detail: ({ origin }) => text`${exactly(origin)} Browsers send scheme and host in lowercase.`,
  evidence: allowOriginEvidence,
  fix: allowThisOrigin,
})
