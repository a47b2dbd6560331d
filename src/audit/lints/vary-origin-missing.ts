import { code, text } from '../../text/text.ts'
import { allowsByName, headerOf, isConclusive } from '../answer.ts'
import { isMarkedCacheable, isNeverStored, variesBy } from '../cached.ts'
import { evidenceOf } from '../evidenced.ts'
import { defineLint } from '../lint.ts'
import { strangerProbe } from '../reflections.ts'
import { noOriginProbe, trustedAnswers, trustedProbes } from '../trusted-probes.ts'

/**
 * The response depends on `Origin` but doesn't tell caches so.
 *
 * Example: `add_header Access-Control-Allow-Origin $http_origin;` without `add_header Vary Origin;`.
 */
export default defineLint({
  id: 'vary-origin-missing',
  means: 'The response depends on `Origin`, but lacks `Vary: Origin`.',
  cwe: 'CWE-524',
  correction: 'vary',
  probes: (target) => [...trustedProbes(target), strangerProbe(target), noOriginProbe(target)],
  finds: (audited) => {
    const { target, of } = audited
    const answer = trustedAnswers(audited).find(
      (one) => allowsByName(one) && !variesBy(one, 'Origin') && !isNeverStored(one),
    )
    if (answer === undefined) return null
    const allowed = headerOf(answer, 'Access-Control-Allow-Origin')
    // A server that sends the same to every page doesn't need `Vary`.
    const other = [of(strangerProbe(target)), of(noOriginProbe(target))].find(
      (one) => isConclusive(one) && headerOf(one, 'Access-Control-Allow-Origin') !== allowed,
    )
    return other === undefined ? null : { answer, other, allowed: allowed ?? '' }
  },
  severity: ({ answer }) => (isMarkedCacheable(answer) ? 'medium' : 'low'),
  says: ({ allowed, other }) => ({
    summary: text`The response for ${code(allowed)} lacks ${code('Vary: Origin')}.`,
    detail: text`${
      other.probe.origin === null ? 'Without an origin' : 'For another origin'
    } the API sends something else, but caches don't know that. They may use one copy for all: then pages are blocked at random, or get a copy that is meant for others.`,
  }),
  evidence: ({ answer, other }) => [
    ...evidenceOf(answer, 'Access-Control-Allow-Origin', 'Vary'),
    ...evidenceOf(other, 'Access-Control-Allow-Origin'),
  ],
  fix: () => text`Send ${code('Vary: Origin')} with every response of this URL, to other origins too.`,
})
