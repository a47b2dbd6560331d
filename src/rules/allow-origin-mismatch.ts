import { code, text } from '../text/text.ts'
import { allowOriginArgs, allowOriginEvidence, allowThisOrigin } from './allow-origin.ts'
import { defineRule } from './rule.ts'

/**
 * The response allows a different origin.
 *
 * Example: `Access-Control-Allow-Origin: https://old.example` for `https://app.example`.
 * Instead: add the origin to the server's list, and respond with the request's origin.
 */
export default defineRule({
  id: 'allow-origin-mismatch',
  means: 'The response allows a different origin.',
  match: allowOriginArgs,
  brief: ({ value }) => text`allows ${code(value)}`,
  summary: ({ response, value, origin }) => text`The ${response} allows ${code(value)}, not ${code(origin)}.`,
  detail: ({ origin }) =>
    text`Add ${code(origin)} to the server's allowed origins. If it always sends one fixed origin, send the request's origin instead, with ${code('Vary: Origin')}.`,
  evidence: allowOriginEvidence,
  fix: allowThisOrigin,
})
