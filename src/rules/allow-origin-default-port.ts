import { code, text } from '../text/text.ts'
import { allowOriginArgs, allowOriginEvidence, allowThisOrigin, comparedByteForByte } from './allow-origin.ts'
import { defineRule } from './rule.ts'

/**
 * The allowed origin spells out the port that its scheme implies.
 *
 * Example: `Access-Control-Allow-Origin: https://app.example:443`.
 * Instead: leave the default port out.
 */
export default defineRule({
  id: 'allow-origin-default-port',
  means: 'The allowed origin spells out the port that its scheme implies.',
  match: (failure) => {
    const args = allowOriginArgs(failure)
    const implied = args.value.replace(/^(http:\/\/.*):80$/, '$1').replace(/^(https:\/\/.*):443$/, '$1')
    return implied !== args.value && implied === args.origin ? args : null
  },
  summary: ({ response, value, origin }) =>
    text`The ${response} allows ${code(value)}; browsers leave a default port out: ${code(origin)}.`,
  detail: ({ origin }) =>
    text`${comparedByteForByte(origin)} A serialized origin never shows port 80 of http or 443 of https.`,
  evidence: allowOriginEvidence,
  fix: allowThisOrigin,
})
