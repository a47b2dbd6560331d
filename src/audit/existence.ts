import { isPrivate, isThisMachine } from '../knowledge/hosts.ts'
import { registrableDomain } from '../knowledge/site.ts'
import { webHostOf } from './origin-with-host.ts'
import type { AuditTarget } from './target.ts'

/** Whether a name is in the DNS; "unknown": the DNS didn't respond. */
export type Existence = 'yes' | 'no' | 'unknown'

/** Looks up a host name. Never throws. */
export type LookUp = (host: string) => Promise<Existence>

/** Names for documentation and tests, which can't be registered. https://www.rfc-editor.org/rfc/rfc6761#section-6 */
const RESERVED = /(^|\.)(example|test|invalid|localhost|onion|example\.(com|net|org))$/

/** Returns the names to look up: those of the origins that are in the public DNS, and their domains. */
export function namesToLookUp({ origins }: AuditTarget): readonly string[] {
  const hosts = origins.map((origin) => webHostOf(origin) ?? '')
  const names = hosts
    .filter((host) => !RESERVED.test(host) && !isPrivate(host) && !isThisMachine(host))
    .flatMap((host) => {
      const domain = registrableDomain(host)
      return domain === null ? [] : [host, domain]
    })
  return [...new Set(names)]
}
