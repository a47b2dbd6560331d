import { code, text } from '../text/text.ts'
import { allowOriginArgs, allowOriginEvidence, allowThisOrigin, exactly } from './allow-origin.ts'
import { defineRule } from './rule.ts'

/**
 * The allowed origin has no scheme.
 *
 * Example: `Access-Control-Allow-Origin: app.example` for `https://app.example`.
 * Instead: add the scheme.
 */
export default defineRule({
  id: 'allow-origin-no-scheme',
  means: 'The allowed origin has no scheme.',
  match: (failure) => {
    const args = allowOriginArgs(failure)
    const bare = args.value.replace(/^\/\//, '').replace(/\/$/, '')
    return bare !== '' && args.origin.endsWith(`://${bare}`) ? args : null
  },
  brief: ({ value }) => text`allows ${code(value)}`,
  summary: ({ response, value, origin }) =>
    text`The ${response} allows ${code(value)}, without a scheme; the origin is ${code(origin)}.`,
  detail: ({ origin }) => text`${exactly(origin)} Add the scheme in the server's setting.`,
  evidence: allowOriginEvidence,
  fix: allowThisOrigin,
})
