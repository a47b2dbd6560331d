import { code, text } from '../text/text.ts'
import { allowOriginArgs, allowOriginEvidence, allowThisOrigin } from './allow-origin.ts'
import { defineRule } from './rule.ts'

/**
 * The header is there, and empty.
 *
 * Example: `Access-Control-Allow-Origin:` from a variable that had no value.
 * Instead: send the origin, or leave the header out.
 */
export default defineRule({
  id: 'allow-origin-empty',
  means: 'The header is there, and empty.',
  match: (failure) => {
    const args = allowOriginArgs(failure)
    return args.value === '' ? args : null
  },
  summary: ({ response }) => text`The ${response} has an empty ${code('Access-Control-Allow-Origin')}.`,
  detail: ({ origin }) =>
    text`An empty value allows nobody; it must be ${code(origin)}. It often comes from a map or variable that has no entry for this origin.`,
  evidence: allowOriginEvidence,
  fix: allowThisOrigin,
})
