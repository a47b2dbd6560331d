import { describe } from 'vitest'
import vite from '../../../src/fix/proxies/vite.ts'
import { versionOfPackage } from '../servers/start/installed.ts'
import { proxyRunsOn } from '../servers/start/runs-on.ts'
import { start } from '../servers/start/start.ts'
import { proxiedBattery } from './proxied-battery.ts'

describe('Vite', () => {
  proxiedBattery(vite, (snippetAt) =>
    start({
      files: ({ port }) => ({
        'vite.config.js': snippetAt(port).code,
        'package.json': '{ "type": "module" }',
        'index.html': '<!doctype html><title>own page</title>',
      }),
      command: ({ port }) => [
        process.execPath,
        'node_modules/vite/bin/vite.js',
        '--host=127.0.0.1',
        `--port=${port}`,
        '--strictPort',
      ],
    }),
  )

  proxyRunsOn('vite', () => `Vite ${versionOfPackage('vite')}`, { exactly: true })
})
