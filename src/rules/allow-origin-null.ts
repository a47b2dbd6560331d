import { code, text } from '../text/text.ts'
import { allowOriginArgs, allowOriginEvidence, allowThisOrigin } from './allow-origin.ts'
import { defineRule } from './rule.ts'

/**
 * The response allows the origin `null`, which any site can have.
 *
 * Example: `Access-Control-Allow-Origin: null` for `https://app.example`.
 * Instead: the page's origin. Never allow `null`: any site can make a page whose origin is `null`.
 */
export default defineRule({
  id: 'allow-origin-null',
  means: 'The response allows the origin `null`, which any site can have.',
  match: (failure) => {
    const args = allowOriginArgs(failure)
    return args.value.toLowerCase() === 'null' ? args : null
  },
  brief: ({ value }) => text`allows ${code(value)}`,
  summary: ({ response, value, origin }) =>
    text`The ${response} allows ${code(value)}, which any site can have, not ${code(origin)}.`,
  detail: ({ origin }) =>
    text`${code('null')} is the origin of sandboxed frames and local files. Never allow it. Send ${code(origin)} instead.`,
  evidence: allowOriginEvidence,
  fix: allowThisOrigin,
})
