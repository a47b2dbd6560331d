import type { PolicyKey } from '../../internal.ts'

/** What a user wrote into the fields of a policy; a part that is not there is as the recording asks. */
export type PolicyDraft = Partial<Readonly<Record<PolicyKey, string>>>

/** Whether a fix serves one request, or all that were made to its API. */
export type FixScope = 'request' | 'api'
