import { code, text } from '../text/text.ts'
import { allowOriginArgs, allowOriginEvidence, allowThisOrigin, comparedByteForByte } from './allow-origin.ts'
import { defineRule } from './rule.ts'

/**
 * The response allows somebody else.
 *
 * Example: `Access-Control-Allow-Origin: https://old.example` for `https://app.example`.
 * Instead: add the origin to the server's list, and answer with the one that asked.
 */
export default defineRule({
  id: 'allow-origin-mismatch',
  means: 'The response allows somebody else.',
  match: allowOriginArgs,
  summary: ({ response, value, origin }) => text`The ${response} allows ${code(value)}, not ${code(origin)}.`,
  detail: ({ origin }) =>
    text`${comparedByteForByte(origin)} Add it to the origins that the server allows; if the server answers everyone with one fixed origin, make it answer with the one that asked, and send ${code('Vary: Origin')}.`,
  evidence: allowOriginEvidence,
  fix: allowThisOrigin,
})
