import { code, text } from '../../text/text.ts'
import { headerOf, withCredentials } from '../answer.ts'
import { grantIn } from '../evidenced.ts'
import { defineLint } from '../lint.ts'
import { strangerProbe } from '../reflections.ts'

/**
 * A response that allows no origin has `Access-Control-Allow-Credentials: true`.
 *
 * Example: a proxy that adds the header to every response, and an API that sends the origins.
 */
export default defineLint({
  id: 'credentials-for-refused-origin',
  means: 'Origins that are not allowed get `Access-Control-Allow-Credentials: true`.',
  cwe: 'CWE-942',
  correction: 'credentials',
  probes: (target) => [strangerProbe(target)],
  finds: ({ target, of, frameworks }) => {
    // These do so by design.
    if (frameworks.some(({ framework }) => BY_DESIGN.includes(framework))) return null
    const answer = of(strangerProbe(target))
    const isRefused = headerOf(answer, 'Access-Control-Allow-Origin') === null
    return isRefused && withCredentials(answer) ? { answer } : null
  },
  severity: () => 'info',
  says: () => ({
    summary: text`Origins that aren't allowed get ${code('Access-Control-Allow-Credentials: true')}.`,
    detail: text`Alone it has no effect. It's often added by another layer than the one that checks the origin, so a mistake there would allow credentials at once.`,
  }),
  evidence: ({ answer }) => grantIn(answer),
  fix: () => text`Send the header only where the origin is allowed.`,
})

const BY_DESIGN: readonly string[] = ['django', 'express', 'fastapi', 'fastify', 'hono', 'nestjs']
