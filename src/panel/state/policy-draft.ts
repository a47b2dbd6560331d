import type { PolicyKey } from '../../internal.ts'

/** The user's input in the fields of a policy. Missing parts are as the recorded requests need them. */
export type PolicyDraft = Partial<Readonly<Record<PolicyKey, string>>>

/** Whether a fix is for one request, or for all requests to its API. */
export type FixScope = 'request' | 'api'
