import { asciiLower, type HeaderList } from '../../fetch/header-list.ts'
import type { Network } from '../../fetch/network.ts'
import { serializeRequestOrigin } from '../../fetch/origin.ts'
import type { CorsPolicy } from './policy.ts'

/**
 * Returns the CORS headers that a server keeping a policy sends to an origin. It gives the policy its meaning:
 * what a snippet makes a server answer is measured against this.
 */
export function respond(policy: CorsPolicy, origin: string, phase: 'preflight' | 'actual'): HeaderList {
  const allowed = policy.origins === '*' || policy.origins.includes(origin)
  const vary: HeaderList = policy.origins === '*' ? [] : [{ name: 'Vary', value: 'Origin' }]
  if (!allowed) return vary
  const list = (name: string, values: readonly string[]): HeaderList =>
    values.length === 0 ? [] : [{ name, value: values.join(', ') }]
  return [
    { name: 'Access-Control-Allow-Origin', value: policy.origins === '*' ? '*' : origin },
    ...(policy.credentials ? [{ name: 'Access-Control-Allow-Credentials', value: 'true' }] : []),
    ...(phase === 'preflight'
      ? [
          ...list('Access-Control-Allow-Methods', policy.methods),
          ...list('Access-Control-Allow-Headers', policy.headers.map(asciiLower)),
          ...(policy.maxAge === null
            ? []
            : [{ name: 'Access-Control-Max-Age', value: String(policy.maxAge) }]),
        ]
      : list('Access-Control-Expose-Headers', policy.exposed)),
    ...vary,
  ]
}

/** Returns the network as it is once the server keeps the policy: every answer is an ok one, none redirects. */
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
