import { code, text } from '../text/text.ts'
import { allowOriginArgs, allowOriginEvidence, allowThisOrigin } from './allow-origin.ts'
import { defineRule } from './rule.ts'

/**
 * The header lists several origins; it can carry one.
 *
 * Example: `Access-Control-Allow-Origin: https://a.example, https://b.example`.
 * Instead: compare on the server, answer with the one that asked, and say `Vary: Origin`.
 */
export default defineRule({
  id: 'allow-origin-list',
  means: 'The header lists several origins; it can carry one.',
  match: (failure) => {
    const args = allowOriginArgs(failure)
    return /[ ,;]/.test(args.value) ? args : null
  },
  summary: ({ response, value }) =>
    text`The ${response} allows ${code(value)}: more than one value, only one is possible.`,
  detail: ({ origin }) =>
    text`${code('Access-Control-Allow-Origin')} carries one origin or a lone ${code('*')}, never a list. Let the server look the request's origin up in its list and answer with just that one, here ${code(origin)}, together with ${code('Vary: Origin')}.`,
  evidence: allowOriginEvidence,
  fix: allowThisOrigin,
})
