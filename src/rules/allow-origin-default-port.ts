import { code, text } from '../text/text.ts'
import { allowOriginArgs, allowOriginEvidence, allowThisOrigin, exactly } from './allow-origin.ts'
import { defineRule } from './rule.ts'

/**
 * The allowed origin includes its scheme's default port.
 *
 * Example: `Access-Control-Allow-Origin: https://app.example:443`.
 * Instead: leave out the default port.
 */
export default defineRule({
  id: 'allow-origin-default-port',
  means: "The allowed origin includes its scheme's default port.",
  match: (failure) => {
    const args = allowOriginArgs(failure)
    const implied = args.value.replace(/^(http:\/\/.*):80$/, '$1').replace(/^(https:\/\/.*):443$/, '$1')
    return implied !== args.value && implied === args.origin ? args : null
  },
  brief: ({ value }) => text`allows ${code(value)}`,
  summary: ({ response, value, origin }) =>
    text`The ${response} allows ${code(value)}; browsers leave out the default port: ${code(origin)}.`,
  detail: ({ origin }) => text`${exactly(origin)} Browsers never send port 80 of http or 443 of https.`,
  evidence: allowOriginEvidence,
  fix: allowThisOrigin,
})
