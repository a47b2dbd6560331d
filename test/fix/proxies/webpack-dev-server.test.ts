import { describe } from 'vitest'
import webpackDevServer from '../../../src/fix/proxies/webpack-dev-server.ts'
import { versionOfPackage } from '../servers/start/installed.ts'
import { proxyRunsOn } from '../servers/start/runs-on.ts'
import { start } from '../servers/start/start.ts'
import { proxiedBattery } from './proxied-battery.ts'

describe('webpack-dev-server', () => {
  proxiedBattery(webpackDevServer, (snippetAt) =>
    start({
      files: ({ port }) => ({
        'webpack.config.js': snippetAt(port).code,
        'src/index.js': '',
        'public/index.html': '<!doctype html><title>own page</title>',
      }),
      command: ({ port }) => [
        process.execPath,
        'node_modules/webpack/bin/webpack.js',
        'serve',
        '--mode=development',
        '--host=127.0.0.1',
        `--port=${port}`,
      ],
    }),
  )

  proxyRunsOn('webpack-dev-server', () => `webpack-dev-server ${versionOfPackage('webpack-dev-server')}`, {
    exactly: true,
  })
})
