import { describe } from 'vitest'
import deno from '../../../src/fix/generators/deno.ts'
import type { CorsPolicy } from '../../../src/fix/policy/policy.ts'
import { battery } from './battery/battery.ts'
import { opensWebSockets } from './battery/opens-web-sockets.ts'
import { codeOf } from './start/code-of.ts'
import { fetchApp } from './start/fetch-app.ts'
import { versionOfPackage } from './start/installed.ts'
import { npmBinary } from './start/npm-binary.ts'
import { runsOn } from './start/runs-on.ts'
import { type Running, start } from './start/start.ts'

const app = fetchApp('return Deno.upgradeWebSocket(request).response')

const startDeno = (policy: CorsPolicy): Promise<Running> =>
  start({
    files: () => ({ 'main.js': `${app}\n${codeOf(deno, policy)}` }),
    command: ({ folder, port }) => [
      'env',
      `DENO_DIR=${folder}/cache`,
      `DENO_SERVE_ADDRESS=tcp:127.0.0.1:${port}`,
      npmBinary('deno'),
      'run',
      '--no-lock',
      '--no-config',
      '--allow-net',
      '--allow-env',
      'main.js',
    ],
  })

describe('Deno', () => {
  battery(startDeno)
  opensWebSockets(startDeno)
  runsOn('deno', () => `Deno ${versionOfPackage('deno')}`, { exactly: true })
})
