import { afterAll, beforeAll } from 'vitest'
import type { CorsPolicy } from '../../../../src/fix/policy/policy.ts'
import type { Running } from '../start/start.ts'

/** Starts a server with a policy; a test calls it once for each policy that it asks about. */
export type Boot = (policy: CorsPolicy) => Promise<Running>

/** Runs a server for the tests of a `describe`; its port is known once they run. */
export function serving(boot: Boot, policy: CorsPolicy): { readonly port: number } {
  let running: Running | null = null
  beforeAll(async () => {
    running = await boot(policy)
  })
  afterAll(async () => await running?.stop())
  return {
    get port() {
      return running?.port ?? 0
    },
  }
}
