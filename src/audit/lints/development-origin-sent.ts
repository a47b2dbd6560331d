import { isUrlOfThisMachine } from '../../knowledge/hosts.ts'
import { code, text } from '../../text/text.ts'
import { headerOf } from '../answer.ts'
import { grantIn } from '../evidenced.ts'
import { defineLint } from '../lint.ts'
import { strangerProbe } from '../reflections.ts'
import { noOriginProbe, trustedProbes } from '../trusted-probes.ts'

/**
 * The API sends the origin of a developer's machine to every page.
 *
 * Example: `Access-Control-Allow-Origin: http://localhost:3000` in production.
 */
export default defineLint({
  id: 'development-origin-sent',
  means: "The API sends the origin of a developer's machine, whatever the page's origin.",
  cwe: 'CWE-489',
  correction: 'list-origins',
  probes: (target) => [...trustedProbes(target), strangerProbe(target), noOriginProbe(target)],
  finds: ({ target, of }) => {
    const probes = [...trustedProbes(target), strangerProbe(target), noOriginProbe(target)]
    for (const answer of probes.map(of)) {
      const allowed = headerOf(answer, 'Access-Control-Allow-Origin')
      if (allowed === null || !isUrlOfThisMachine(allowed) || target.origins.includes(allowed)) continue
      return { answer, allowed }
    }
    return null
  },
  severity: () => 'low',
  says: ({ allowed }) => ({
    summary: text`The API sends ${code(`Access-Control-Allow-Origin: ${allowed}`)} to other origins.`,
    detail: text`That is left from development: it blocks every real page, and allows programs on the user's machine.`,
  }),
  evidence: ({ answer }) => grantIn(answer),
  fix: () => text`Set the real origins in the production configuration.`,
})
