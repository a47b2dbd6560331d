import { type AnyRootCause, FAMILIES } from './root-cause.ts'

/**
 * Returns causes in the order in which equally certain ones are shown: by family and id, each preceded by those that it
 * comes `after`. The given order doesn't matter. Throws if the `after` of causes form a cycle.
 */
export function inOrder(causes: readonly AnyRootCause[]): readonly AnyRootCause[] {
  const byId = new Map(causes.map((cause) => [cause.id, cause]))
  const placed = new Set<AnyRootCause>()
  const place = (cause: AnyRootCause, onTheWay: readonly string[]): void => {
    if (placed.has(cause)) return
    const way = [...onTheWay, cause.id]
    if (onTheWay.includes(cause.id)) throw new Error(`told after each other: ${way.join(', ')}`)
    for (const id of (cause.after ?? []).toSorted()) {
      const earlier = byId.get(id)
      if (earlier !== undefined) place(earlier, way)
    }
    placed.add(cause)
  }
  const usual = causes.toSorted(
    (a, b) => FAMILIES.indexOf(a.family) - FAMILIES.indexOf(b.family) || (a.id < b.id ? -1 : 1),
  )
  for (const cause of usual) place(cause, [])
  return [...placed]
}
