import { describe } from 'vitest'
import deno from '../../../src/fix/generators/deno.ts'
import { battery } from './battery/battery.ts'
import { codeOf } from './start/code-of.ts'
import { FETCH_APP } from './start/fetch-app.ts'
import { versionOfPackage } from './start/installed.ts'
import { npmBinary } from './start/npm-binary.ts'
import { runsOn } from './start/runs-on.ts'
import { start } from './start/start.ts'

describe('Deno', () => {
  battery((policy) =>
    start({
      files: () => ({ 'main.js': `${FETCH_APP}\n${codeOf(deno, policy)}` }),
      command: ({ folder, port }) => [
        'env',
        `DENO_DIR=${folder}/cache`,
        `DENO_SERVE_ADDRESS=tcp:127.0.0.1:${port}`,
        npmBinary('deno'),
        'run',
        '--no-lock',
        '--no-config',
        '--allow-net',
        'main.js',
      ],
    }),
  )
  runsOn('deno', () => `Deno ${versionOfPackage('deno')}`, { exactly: true })
})
