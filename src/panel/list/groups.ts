import type { Listed } from '../state/listed.ts'

/** Requests that belong together; at least one. */
export type Group = readonly [Listed, ...Listed[]]
