import type { Listed } from '../state/listed.ts'

/** Requests that belong together; at least one. */
export type Group = readonly [Listed, ...Listed[]]

/** Returns the diagnoses in groups with the same key, in the order of their first ones. */
export function groupsOf(diagnoses: readonly Listed[], keyOf: (one: Listed) => string): Group[] {
  const groups = new Map<string, [Listed, ...Listed[]]>()
  for (const diagnosis of diagnoses) {
    const key = keyOf(diagnosis)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [diagnosis])
    else group.push(diagnosis)
  }
  return [...groups.values()]
}
