import { code, text } from '../text/text.ts'
import { allowOriginArgs, allowOriginEvidence, allowThisOrigin, comparedByteForByte } from './allow-origin.ts'
import { defineRule } from './rule.ts'

/**
 * The allowed origin lacks its scheme.
 *
 * Example: `Access-Control-Allow-Origin: app.example` for `https://app.example`.
 * Instead: write the scheme.
 */
export default defineRule({
  id: 'allow-origin-no-scheme',
  means: 'The allowed origin lacks its scheme.',
  match: (failure) => {
    const args = allowOriginArgs(failure)
    const bare = args.value.replace(/^\/\//, '').replace(/\/$/, '')
    return bare !== '' && args.origin.endsWith(`://${bare}`) ? args : null
  },
  summary: ({ response, value, origin }) =>
    text`The ${response} allows ${code(value)}, without a scheme; the origin is ${code(origin)}.`,
  detail: ({ origin }) =>
    text`${comparedByteForByte(origin)} The scheme is part of an origin. Write it in the server's setting.`,
  evidence: allowOriginEvidence,
  fix: allowThisOrigin,
})
