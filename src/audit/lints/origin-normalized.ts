import { code, text } from '../../text/text.ts'
import { allowsByName } from '../answer.ts'
import { grantIn } from '../evidenced.ts'
import { defineLint } from '../lint.ts'
import { getByLookalike, type Probe } from '../probe.ts'
import type { AuditTarget } from '../target.ts'

/**
 * The API changes origins before it compares them. Browsers never send such origins, so it's harmless by itself.
 *
 * Example: `allowed.includes(origin.toLowerCase())`.
 */
export default defineLint({
  id: 'origin-normalized',
  means: 'The API compares origins without regard to capitalization.',
  cwe: 'CWE-178',
  correction: 'compare-exactly',
  triesVariants: true,
  probes: (target) => probesOf(target),
  finds: ({ target, of, frameworks }) => {
    // rs/cors, Flask-CORS and Spring do so on purpose.
    if (frameworks.some(({ framework }) => BY_DESIGN.includes(framework))) return null
    const answer = probesOf(target).map(of).find(allowsByName)
    return answer === undefined ? null : { answer }
  },
  severity: () => 'info',
  says: ({ answer }) => ({
    summary: text`The API allows ${code(answer.probe.origin ?? '')}, with different capitalization.`,
    detail: text`Browsers always send origins in lowercase, so no website gains anything by this. It shows that the origin is changed before it's compared, and such code tends to accept more than meant.`,
  }),
  evidence: ({ answer }) => grantIn(answer),
  fix: () => text`Compare the origin as it was sent.`,
})

const probesOf = (target: AuditTarget): readonly Probe[] =>
  target.origins
    .filter((origin) => /^https?:/.test(origin))
    .map((origin) => origin.replace(/^(https?:\/\/)(.*)$/, (_, scheme, host) => scheme + host.toUpperCase()))
    .filter((origin) => !target.origins.includes(origin))
    .map((origin) => getByLookalike(target, origin, 'is its capitalization ignored?'))

const BY_DESIGN: readonly string[] = ['go-rs-cors', 'flask', 'spring-boot', 'spring-mvc']
