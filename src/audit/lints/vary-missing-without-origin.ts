import { code, text } from '../../text/text.ts'
import { allowsByName, headerOf, isConclusive } from '../answer.ts'
import { isMarkedCacheable, variesBy } from '../cached.ts'
import { evidenceOf } from '../evidenced.ts'
import { defineLint } from '../lint.ts'
import { noOriginProbe, trustedAnswers, trustedProbes } from '../trusted-probes.ts'

/**
 * The response to a request without `Origin` may be cached, and then used for pages that it doesn't allow.
 *
 * Example: an image that is shown with `<img>` first and read with `fetch()` later.
 */
export default defineLint({
  id: 'vary-missing-without-origin',
  means: 'A cacheable response to a request without `Origin` has no CORS headers and no `Vary: Origin`.',
  cwe: 'CWE-524',
  correction: 'vary',
  yieldsTo: ['vary-origin-missing'],
  probes: (target) => [noOriginProbe(target), ...trustedProbes(target)],
  finds: (audited) => {
    const answer = audited.of(noOriginProbe(audited.target))
    const allowed = trustedAnswers(audited).find(allowsByName)
    if (allowed === undefined || !isConclusive(answer)) return null
    const isBare = headerOf(answer, 'Access-Control-Allow-Origin') === null && !variesBy(answer, 'Origin')
    return isBare && isMarkedCacheable(answer) ? { answer, allowed } : null
  },
  severity: () => 'low',
  says: () => ({
    summary: text`The response to a request without ${code('Origin')} lacks ${code('Vary: Origin')}.`,
    detail: text`Caches may keep it and use it for a page, which is blocked then: it has no ${code('Access-Control-Allow-Origin')}.`,
  }),
  evidence: ({ answer, allowed }) => [
    ...evidenceOf(answer, 'Access-Control-Allow-Origin', 'Vary', 'Cache-Control'),
    ...evidenceOf(allowed, 'Access-Control-Allow-Origin'),
  ],
  fix: () =>
    text`Send ${code('Vary: Origin')} with every response of this URL, also to requests without ${code('Origin')}.`,
})
