import type { Answer } from './answer.ts'
import { allowsAll, allowsByName } from './answer.ts'
import type { Answers } from './answers.ts'
import { getBy, type Probe, preflightBy } from './probe.ts'
import type { AuditTarget } from './target.ts'

/** Returns the requests of the pages that the API is for, one per origin. */
export const trustedProbes = (target: AuditTarget): readonly Probe[] =>
  target.origins.map((origin) => getBy(target, origin, 'is your own page allowed?'))

/** Returns the available answers to {@link trustedProbes}. */
export const trustedAnswers = ({ target, of }: Answers): readonly Answer[] =>
  trustedProbes(target)
    .map(of)
    .filter(({ response }) => response !== null)

/** Returns the answers to the API's own pages that allow the page. */
export const allowedAnswers = (answers: Answers): readonly Answer[] =>
  trustedAnswers(answers).filter((answer) => allowsByName(answer) || allowsAll(answer))

/** Returns a request without `Origin`, such as for a URL entered in the address bar. */
export const noOriginProbe = (target: AuditTarget): Probe =>
  getBy(target, null, 'what is sent to requests without Origin?')

/** Returns the preflight of the first page that the API is for. */
export const ownPreflight = (target: AuditTarget): Probe =>
  preflightBy(target, target.origins[0] ?? '', { method: 'GET' }, 'does your own page pass the preflight?')
