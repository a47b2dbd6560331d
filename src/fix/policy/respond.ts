import type { HeaderList } from '../../fetch/header-list.ts'
import type { Network } from '../../fetch/network.ts'
import { serializeRequestOrigin } from '../../fetch/origin.ts'
import { compilePolicy } from './compile-policy.ts'
import { isAllowedBy } from './origin-pattern.ts'
import type { CorsPolicy } from './policy.ts'

/**
 * Returns the CORS headers that a server with a policy sends to an origin. This defines what a policy means: the
 * responses of servers with a snippet are compared with it.
 */
export function respond(policy: CorsPolicy, origin: string, phase: 'preflight' | 'actual'): HeaderList {
  const { toAnyone, onEveryResponse, onPreflight, onActual } = compilePolicy(policy)
  if (!isAllowedBy(policy.origins, origin)) return toAnyone
  const allowed = [...onEveryResponse, ...(phase === 'preflight' ? onPreflight : onActual)]
  return [...allowed.map(({ name, value }) => ({ name, value: value ?? origin })), ...toAnyone]
}

/** Returns the network for a server that has the policy: every response has an ok status, and none redirects. */
export const policyNetwork = (policy: CorsPolicy): Network => ({
  preflight: ({ origin }) => ({
    type: 'response',
    response: { status: 204, headerList: respond(policy, origin, 'preflight') },
  }),
  actual: (request) => {
    const origin = serializeRequestOrigin(request.origin, request.urlList)
    return { type: 'response', response: { status: 200, headerList: respond(policy, origin, 'actual') } }
  },
})
