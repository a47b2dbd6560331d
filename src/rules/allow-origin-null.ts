import { code, text } from '../text/text.ts'
import { allowOriginArgs, allowOriginEvidence, allowThisOrigin } from './allow-origin.ts'
import { defineRule } from './rule.ts'

/**
 * The response allows the origin `null`, which is not "nobody in particular" but every sandboxed page.
 *
 * Example: `Access-Control-Allow-Origin: null` for `https://app.example`.
 * Instead: the page's origin. Never allow `null`: any site can make a page whose origin is `null`.
 */
export default defineRule({
  id: 'allow-origin-null',
  means:
    'The response allows the origin `null`, which is not "nobody in particular" but every sandboxed page.',
  match: (failure) => {
    const args = allowOriginArgs(failure)
    return args.value.toLowerCase() === 'null' ? args : null
  },
  summary: ({ response, value, origin }) =>
    text`The ${response} allows ${code(value)}, the origin of sandboxed pages, not ${code(origin)}.`,
  detail: ({ origin }) =>
    text`${code('null')} is the origin of sandboxed frames and local files, and any site can make such a page: it should never be allowed. Answer with ${code(origin)}.`,
  evidence: allowOriginEvidence,
  fix: allowThisOrigin,
})
