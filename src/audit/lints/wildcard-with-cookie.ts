import { code, text } from '../../text/text.ts'
import { allowsAll, headerOf } from '../answer.ts'
import { evidenceOf } from '../evidenced.ts'
import { defineLint } from '../lint.ts'
import { strangerProbe } from '../reflections.ts'
import { trustedAnswers, trustedProbes } from '../trusted-probes.ts'

/**
 * A response that every website may read sets a cookie, so it's made for one user.
 *
 * Example: `Access-Control-Allow-Origin: *` beside `Set-Cookie: session=…`.
 */
export default defineLint({
  id: 'wildcard-with-cookie',
  means: 'A response that every website may read sets a cookie.',
  cwe: 'CWE-942',
  correction: 'list-origins',
  probes: (target) => [...trustedProbes(target), strangerProbe(target)],
  finds: (audited) => {
    const answers = [...trustedAnswers(audited), audited.of(strangerProbe(audited.target))]
    const answer = answers.find((one) => allowsAll(one) && headerOf(one, 'Set-Cookie') !== null)
    return answer === undefined ? null : { answer }
  },
  severity: () => 'low',
  says: () => ({
    summary: text`The response allows every website (${code('*')}) and sets a cookie.`,
    detail: text`It seems to be made for one user. Browsers don't send cookies with requests that ${code('*')} allows, so other sites can't read a user's data, but the cookie shows that this endpoint isn't public.`,
  }),
  evidence: ({ answer }) => evidenceOf(answer, 'Access-Control-Allow-Origin', 'Set-Cookie'),
  fix: () =>
    text`Send ${code('*')} only from endpoints that are the same for everyone, or set no cookie there.`,
})
