import { code, text } from '../../text/text.ts'
import { evidenceOf } from '../evidenced.ts'
import { defineLint } from '../lint.ts'
import { ownPreflight } from '../trusted-probes.ts'

/**
 * The API requires authentication for preflights, which never have it.
 *
 * Example: the login middleware of an Express application before `cors()`.
 */
export default defineLint({
  id: 'preflight-needs-login',
  means: 'The API requires a login for preflights, which never have one.',
  cwe: null,
  correction: 'preflight-before-login',
  probes: (target) => [ownPreflight(target)],
  finds: ({ target, of }) => {
    const answer = of(ownPreflight(target))
    return [401, 407].includes(answer.response?.status ?? 0) ? { answer } : null
  },
  severity: () => 'low',
  says: ({ answer }) => ({
    summary: text`The server required a login for the preflight (${code(String(answer.response?.status))}).`,
    detail: text`Browsers never send credentials with a preflight, so every request that needs one is blocked.`,
  }),
  evidence: ({ answer }) => evidenceOf(answer, 'WWW-Authenticate', 'Access-Control-Allow-Origin'),
  fix: () =>
    text`Respond to OPTIONS requests with ${code('Access-Control-Request-Method')} before the login is checked.`,
})
