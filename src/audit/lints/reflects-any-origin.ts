import { text } from '../../text/text.ts'
import { withCredentials } from '../answer.ts'
import { grantIn } from '../evidenced.ts'
import { defineLint } from '../lint.ts'
import { reflections, strangersOf } from '../reflections.ts'

/**
 * The API sends every origin back and allows credentials: every website can act as the user.
 *
 * Example: `origin: true` and `credentials: true` for the `cors` package of Express.
 */
export default defineLint({
  id: 'reflects-any-origin',
  means: 'The API allows every website, with credentials.',
  cwe: 'CWE-942',
  correction: 'list-origins',
  probes: strangersOf,
  finds: (audited) => {
    const answer = reflections(audited).find(withCredentials)
    return answer === undefined ? null : { answer }
  },
  severity: () => 'high',
  says: ({ answer }) => ({
    summary: text`The API allows every website, with credentials.`,
    detail: text`It sent an unknown origin back${
      answer.probe.method === 'OPTIONS' ? ' in a preflight response' : ''
    }${answer.probe.headers.some(({ name }) => name === 'Cookie') ? ', to a request with a cookie' : ''}. Any website can read this API with the user's cookies.`,
  }),
  evidence: ({ answer }) => grantIn(answer),
  fix: () => text`Compare the origin with a list of exact origins, and send no CORS headers to others.`,
})
