import fc from 'fast-check'
import { expect } from 'vitest'
import { extractHeaderListValues } from '../../../../src/fetch/header-list.ts'
import type { CorsPolicy } from '../../../../src/fix/policy/policy.ts'
import { hostilePolicy } from '../../generators/arbitrary-policies.ts'
import { ask } from '../battery/ask.ts'
import type { Running } from '../start/start.ts'

const SAMPLE = fc.sample(hostilePolicy, { numRuns: 20, seed: 2026 })

/** Expects that a server answers preflights with hostile policies as they are, byte for byte. */
export async function keepsHostilePolicies(boot: (policy: CorsPolicy) => Promise<Running>): Promise<void> {
  for (const policy of SAMPLE) {
    const running = await boot(policy)
    try {
      for (const origin of policy.origins) {
        const { preflight, actual } = await ask(running.port, { origin, headers: ['x-asks-a-preflight'] })
        const lists = ['Methods', 'Headers'].map((what) =>
          extractHeaderListValues(preflight.headerList, `Access-Control-Allow-${what}`),
        )
        expect(lists).toEqual(
          [policy.methods, policy.headers].map((names) => (names.length === 0 ? null : names)),
        )
        const allowed = (actual?.headerList ?? []).filter(
          ({ name }) => name.toLowerCase() === 'access-control-allow-origin',
        )
        expect(allowed.map(({ value }) => value)).toEqual([origin])
      }
    } finally {
      await running.stop()
    }
  }
}
