import type { Diagnosis } from '../../internal.ts'

/** Requests that belong together; at least one. */
export type Group = readonly [Diagnosis, ...Diagnosis[]]

/** Returns the diagnoses in groups with the same key, in the order of their first ones. */
export function groupsOf(diagnoses: readonly Diagnosis[], keyOf: (one: Diagnosis) => string): Group[] {
  const groups = new Map<string, [Diagnosis, ...Diagnosis[]]>()
  for (const diagnosis of diagnoses) {
    const key = keyOf(diagnosis)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [diagnosis])
    else group.push(diagnosis)
  }
  return [...groups.values()]
}
