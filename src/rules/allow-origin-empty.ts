import { code, text } from '../text/text.ts'
import { allowOriginArgs, allowOriginEvidence, allowThisOrigin, exactly } from './allow-origin.ts'
import { defineRule } from './rule.ts'

/**
 * `Access-Control-Allow-Origin` is empty.
 *
 * Example: `Access-Control-Allow-Origin:` from a variable that had no value.
 * Instead: send the origin, or no header.
 */
export default defineRule({
  id: 'allow-origin-empty',
  means: '`Access-Control-Allow-Origin` is empty.',
  match: (failure) => {
    const args = allowOriginArgs(failure)
    return args.value === '' ? args : null
  },
  brief: () => text`empty ${code('Access-Control-Allow-Origin')}`,
  summary: ({ response }) => text`The ${response} has an empty ${code('Access-Control-Allow-Origin')}.`,
  detail: ({ origin }) =>
    text`${exactly(origin)} An empty value often comes from a variable or map without an entry for this origin.`,
  evidence: allowOriginEvidence,
  fix: allowThisOrigin,
})
