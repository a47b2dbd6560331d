import { lints } from './lints/index.ts'
import { type Probe, probeKey } from './probe.ts'
import type { AuditTarget } from './target.ts'

/**
 * Returns the requests of an audit, each once, in the order in which they are sent: those that are always needed come
 * first.
 */
export function planProbes(target: AuditTarget): readonly Probe[] {
  const byKey = new Map<string, Probe>()
  for (const probe of lints.flatMap((lint) => lint.probes(target))) {
    const key = probeKey(probe)
    const known = byKey.get(key)
    // If another lint always needs a request, it's always sent.
    if (known === undefined || (known.onlyIfListed && !probe.onlyIfListed)) byKey.set(key, probe)
  }
  const probes = [...byKey.values()]
  return [...probes.filter(isOwnPage(target)), ...probes.filter(isOther(target))]
    .map((probe, i) => ({ probe, i }))
    .sort((a, b) => Number(a.probe.onlyIfListed) - Number(b.probe.onlyIfListed) || a.i - b.i)
    .map(({ probe }) => probe)
}

const isOwnPage =
  ({ origins }: AuditTarget) =>
  ({ origin, method }: Probe): boolean =>
    method === 'GET' && origin !== null && origins.includes(origin)

const isOther =
  (target: AuditTarget) =>
  (probe: Probe): boolean =>
    !isOwnPage(target)(probe)
