import { valuesOf } from '../../fetch/header-list.ts'
import { code, text } from '../../text/text.ts'
import {
  type Answer,
  allowsAll,
  allowsByName,
  headersOf,
  isConclusive,
  passes,
  withCredentials,
} from '../answer.ts'
import { evidenceOf } from '../evidenced.ts'
import { STRANGER } from '../foreign-host.ts'
import { defineLint } from '../lint.ts'
import { strangerPreflight, strangerProbe } from '../reflections.ts'
import { ownPreflight, trustedAnswers, trustedProbes } from '../trusted-probes.ts'

/**
 * Two layers send CORS headers, or preflights are checked and requests aren't.
 *
 * Example: Nginx adds `Access-Control-Allow-Origin: *` to what the application sends.
 */
export default defineLint({
  id: 'contradictory-policies',
  means:
    'Two CORS policies are in effect: a header is there twice, or preflights are stricter than requests.',
  cwe: 'CWE-346',
  correction: null,
  probes: (target) => [
    ...trustedProbes(target),
    ownPreflight(target),
    strangerProbe(target),
    strangerPreflight(target),
  ],
  finds: (audited) => {
    const { target, of } = audited
    const own = of(ownPreflight(target))
    const doubled = [...trustedAnswers(audited), own].find(
      (one) => valuesOf(headersOf(one), 'Access-Control-Allow-Origin').join().split(',').length > 1,
    )
    if (doubled !== undefined) return { answer: doubled, preflight: null }
    const [answer, preflight] = [of(strangerProbe(target)), of(strangerPreflight(target))]
    const isLooser = allows(answer) && isConclusive(preflight) && !passes(preflight) && passes(own)
    return isLooser ? { answer, preflight } : null
  },
  severity: ({ answer, preflight }) => (preflight !== null && withCredentials(answer) ? 'medium' : 'low'),
  says: ({ preflight }) =>
    preflight === null
      ? {
          summary: text`The response has more than one value in ${code('Access-Control-Allow-Origin')}.`,
          detail: text`Browsers block such a response. Two layers add the header, for example the application and a proxy in front.`,
        }
      : {
          summary: text`${code(STRANGER)} fails the preflight, but its requests are allowed.`,
          detail: text`Most GET and POST requests need no preflight, so the stricter check never sees them.`,
        },
  evidence: ({ answer, preflight }) => [
    ...evidenceOf(answer, 'Access-Control-Allow-Origin', 'Access-Control-Allow-Credentials'),
    ...(preflight === null ? [] : evidenceOf(preflight, 'Access-Control-Allow-Origin')),
  ],
  fix: () =>
    text`Let one layer send all CORS headers, for preflights and for requests, and remove them elsewhere.`,
})

const allows = (answer: Answer): boolean => allowsByName(answer) || allowsAll(answer)
