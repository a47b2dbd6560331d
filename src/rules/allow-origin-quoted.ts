import { code, text } from '../text/text.ts'
import { allowOriginArgs, allowOriginEvidence, allowThisOrigin, exactly } from './allow-origin.ts'
import { defineRule } from './rule.ts'

/**
 * The allowed origin is in quotes or brackets.
 *
 * Example: `Access-Control-Allow-Origin: "https://app.example"`.
 * Instead: send the bare origin.
 */
export default defineRule({
  id: 'allow-origin-quoted',
  means: 'The allowed origin is in quotes or brackets.',
  match: (failure) => {
    const args = allowOriginArgs(failure)
    const bare = /^(["'`<[(])(.*)(["'`>\])])$/.exec(args.value)
    return bare !== null && [args.origin, '*', 'null'].includes(bare[2] ?? '') ? args : null
  },
  brief: ({ value }) => text`allows ${code(value)}`,
  summary: ({ response, value }) =>
    text`The ${response} allows ${code(value)}, with quotes around the origin.`,
  detail: ({ origin }) =>
    text`${exactly(origin)} Quotes count as part of the value; often a setting was quoted twice.`,
  evidence: allowOriginEvidence,
  fix: allowThisOrigin,
})
