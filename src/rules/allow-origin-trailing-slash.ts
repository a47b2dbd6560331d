import { code, text } from '../text/text.ts'
import { allowOriginArgs, allowOriginEvidence, allowThisOrigin, exactly } from './allow-origin.ts'
import { defineRule } from './rule.ts'

/**
 * The allowed origin ends in a slash; an origin never does.
 *
 * Example: `Access-Control-Allow-Origin: https://app.example/` for `https://app.example`.
 * Instead: leave out the slash.
 */
export default defineRule({
  id: 'allow-origin-trailing-slash',
  means: 'The allowed origin ends in a slash; an origin never does.',
  match: (failure) => {
    const args = allowOriginArgs(failure)
    return args.value === `${args.origin}/` ? args : null
  },
  brief: ({ value }) => text`allows ${code(value)}`,
  summary: ({ response, value, origin }) =>
    text`The ${response} allows ${code(value)}; the origin is ${code(origin)}, without a slash.`,
  detail: ({ origin }) => text`${exactly(origin)} Remove the slash in the server's setting.`,
  evidence: allowOriginEvidence,
  fix: allowThisOrigin,
})
