import { code, text } from '../text/text.ts'
import { allowOriginArgs, allowOriginEvidence, allowThisOrigin, comparedByteForByte } from './allow-origin.ts'
import { defineRule } from './rule.ts'

const PLACEHOLDER =
  /^(undefined|none|nil|nan|true|false|\[object .*\])$|\$\{|\{\{|<%|%[A-Z_]+%|^\$[a-z_]+|^\$\(/i

/**
 * The value is a placeholder that nothing replaced.
 *
 * Example: `Access-Control-Allow-Origin: ${ORIGIN}`, `undefined`, `$http_origin`.
 * Instead: let the server put the value in.
 */
export default defineRule({
  id: 'allow-origin-placeholder',
  means: 'The value is a placeholder that nothing replaced.',
  match: (failure) => {
    const args = allowOriginArgs(failure)
    return PLACEHOLDER.test(args.value) ? args : null
  },
  summary: ({ response, value }) =>
    text`The ${response} allows ${code(value)}, which looks like a setting that was never filled in.`,
  detail: ({ origin }) =>
    text`${comparedByteForByte(origin)} Find where the server gets the value from: an environment variable, a template, a variable of the proxy.`,
  evidence: allowOriginEvidence,
  fix: allowThisOrigin,
})
