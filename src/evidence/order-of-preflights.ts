import type { HarEntry } from '../har/har-entry.ts'

/**
 * Returns a function that returns the time at which a preflight would have begun if Chrome had sent its group in the
 * order of their actual requests' ids ("11171.3" comes before "11171.12"); null if it has no id.
 */
export function orderOfPreflights(
  preflights: readonly HarEntry[],
  groupOf: (preflight: HarEntry) => string,
): (preflight: HarEntry) => number | null {
  const groups = new Map<
    string,
    { readonly preflight: HarEntry; readonly id: number; readonly at: number }[]
  >()
  for (const preflight of preflights) {
    const [, renderer, id] = /^(\d+)\.(\d+)$/.exec(preflight.vendor.initiator?.requestId ?? '') ?? []
    if (id === undefined || preflight.started === null) continue
    const key = `${renderer} ${groupOf(preflight)}`
    const member = { preflight, id: Number(id), at: preflight.started }
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [member])
    else group.push(member)
  }
  const times = new Map<HarEntry, number>()
  for (const group of groups.values()) {
    const starts = group.map(({ at }) => at).sort((a, b) => a - b)
    group.sort((a, b) => a.id - b.id || a.at - b.at)
    group.forEach(({ preflight, at }, i) => {
      times.set(preflight, starts[i] ?? at)
    })
  }
  return (preflight) => times.get(preflight) ?? null
}
