import { hostNameOf } from '../../evidence/address.ts'
import { isPublicSuffix } from '../../knowledge/site.ts'
import { wrongWithPattern } from './origin-pattern.ts'

/**
 * Returns the pattern of a project's deployments on a platform where everyone can deploy:
 * `https://shop-*-team.vercel.app` for two of them. Null if the origins don't share the project and the team.
 */
export function deploymentPattern(a: string, b: string): string | null {
  const [one, other] = [hostNameOf(a), hostNameOf(b)]
  const suffix = one.slice(one.indexOf('.'))
  if (a === b || !a.startsWith('https:') || !b.startsWith('https:')) return null
  if (!one.includes('.') || !other.endsWith(suffix) || !isPublicSuffix(suffix.slice(1))) return null
  const [x = [], y = []] = [one, other].map((host) => host.slice(0, -suffix.length).split('-'))
  const head = x.findIndex((part, i) => part !== y[i])
  const tail = x.toReversed().findIndex((part, i) => part !== y.at(-1 - i))
  if (head < 1 || tail < 1) return null
  const pattern = `https://${[...x.slice(0, head), '*', ...x.slice(x.length - tail)].join('-')}${suffix}`
  return wrongWithPattern(pattern) === null ? pattern : null
}
