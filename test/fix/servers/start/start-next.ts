import type { CorsPolicy } from '../../../../src/fix/policy/policy.ts'
import { policies } from '../../policies.ts'
import { originPolicies } from '../battery/origin-policies.ts'
import { NEXT } from './build-next.ts'
import { type Running, start } from './start.ts'

/** The policies that a build has the snippets for. */
export const nextPolicies = { ...policies, ...originPolicies }

/** Starts what `builtByNext` built, with the snippet for one of the policies of these tests. */
export const startNext = (folder: string, policy: CorsPolicy): Promise<Running> =>
  start({
    files: () => ({}),
    command: ({ port }) => [
      'env',
      `POLICY=${Object.entries<CorsPolicy>(nextPolicies).find(([, other]) => other === policy)?.[0]}`,
      'NODE_ENV=production',
      'NEXT_TELEMETRY_DISABLED=1',
      process.execPath,
      ...[NEXT, 'start', folder, '--hostname', '127.0.0.1', '--port', String(port)],
    ],
  })
