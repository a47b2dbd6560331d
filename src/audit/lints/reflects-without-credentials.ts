import { text } from '../../text/text.ts'
import { allowsByName, withCredentials } from '../answer.ts'
import { grantIn } from '../evidenced.ts'
import { isPublicApi } from '../is-public-api.ts'
import { defineLint } from '../lint.ts'
import { strangerProbe } from '../reflections.ts'

/**
 * The API sends every origin back, without credentials: the same as `*`, but it looks like a list and caches mix it up.
 *
 * Example: `add_header Access-Control-Allow-Origin $http_origin;` in Nginx.
 */
export default defineLint({
  id: 'reflects-without-credentials',
  means: 'The API sends every origin back, without credentials.',
  cwe: 'CWE-942',
  correction: 'list-origins',
  yieldsTo: ['reflects-any-origin'],
  probes: (target) => [strangerProbe(target)],
  finds: (audited) => {
    // With a cookie, Starlette sends every origin back where it sends `*` without one: that's no more than `*`.
    const answer = audited.of(strangerProbe(audited.target))
    if (!allowsByName(answer) || withCredentials(answer)) return null
    return { answer, isPublic: isPublicApi(audited) }
  },
  severity: ({ isPublic }) => (isPublic ? 'low' : 'medium'),
  says: ({ isPublic }) => ({
    summary: text`The API allows every website, without credentials.`,
    detail: text`It sent an unknown origin back. Any website can read what this API sends without cookies${
      isPublic
        ? ', which anyone can do in other ways too'
        : ', for example from inside a network that its visitors are in'
    }. If credentials are ever allowed, every website can act as the user.`,
  }),
  evidence: ({ answer }) => grantIn(answer),
  fix: () =>
    text`Compare the origin with a list of exact origins. If every website may read this API, send a fixed ${{ code: '*' }} instead.`,
})
