import { code, text } from '../text/text.ts'
import { allowOriginArgs, allowOriginEvidence, allowThisOrigin } from './allow-origin.ts'
import { defineRule } from './rule.ts'

/**
 * The header lists several origins; it can hold only one.
 *
 * Example: `Access-Control-Allow-Origin: https://a.example, https://b.example`.
 * Instead: compare on the server, respond with the request's origin, and send `Vary: Origin`.
 */
export default defineRule({
  id: 'allow-origin-list',
  means: 'The header lists several origins; it can hold only one.',
  match: (failure) => {
    const args = allowOriginArgs(failure)
    return /[ ,;]/.test(args.value) ? args : null
  },
  brief: ({ value }) => text`allows ${code(value)}`,
  summary: ({ response, value }) =>
    text`The ${response} allows ${code(value)}; the header can hold only one origin.`,
  detail: ({ origin }) =>
    text`Keep the list on the server. If the request's origin is in it, send back just that one, here ${code(origin)}, with ${code('Vary: Origin')}.`,
  evidence: allowOriginEvidence,
  fix: allowThisOrigin,
})
