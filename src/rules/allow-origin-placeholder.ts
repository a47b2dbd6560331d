import { code, text } from '../text/text.ts'
import { allowOriginArgs, allowOriginEvidence, allowThisOrigin, exactly } from './allow-origin.ts'
import { defineRule } from './rule.ts'

const PLACEHOLDER =
  /^(undefined|none|nil|nan|true|false|\[object .*\])$|\$\{|\{\{|<%|%[A-Z_]+%|^\$[a-z_]+|^\$\(/i

/**
 * The value is a placeholder that was never replaced.
 *
 * Example: `Access-Control-Allow-Origin: ${ORIGIN}`, `undefined`, `$http_origin`.
 * Instead: have the server fill in the value.
 */
export default defineRule({
  id: 'allow-origin-placeholder',
  means: 'The value is a placeholder that was never replaced.',
  match: (failure) => {
    const args = allowOriginArgs(failure)
    return PLACEHOLDER.test(args.value) ? args : null
  },
  brief: ({ value }) => text`allows ${code(value)}`,
  summary: ({ response, value }) =>
    text`The ${response} allows ${code(value)}, which looks like a placeholder that was never replaced.`,
  detail: ({ origin }) =>
    text`${exactly(origin)} Check the environment variable, template or proxy variable it comes from.`,
  evidence: allowOriginEvidence,
  fix: allowThisOrigin,
})
