import type { Implementation } from '../fetch/implementation.ts'
import { mainFetch, type Outcome } from '../fetch/main-fetch.ts'
import type { NetworkResult } from '../fetch/network.ts'
import type { FetchResponse } from '../fetch/response.ts'
import type { Example } from './example.ts'

const resultOf = (response: FetchResponse | null | undefined): NetworkResult =>
  response == null ? { type: 'passed' } : { type: 'response', response }

/** Returns the outcome of an example in an implementation. */
export const outcomeOfExample = (
  { request, preflight, responses }: Example,
  implementation: Implementation,
): Outcome =>
  mainFetch(
    request,
    {
      preflight: () => resultOf(preflight),
      actual: (_, hop) => resultOf(responses[Math.min(hop, responses.length - 1)]),
    },
    implementation,
  )
