import webpackDevServer from '../../../../src/fix/settings/webpack-dev-server.ts'
import { versionOfPackage } from '../start/installed.ts'
import { settingRunsOn } from '../start/runs-on.ts'
import { start } from '../start/start.ts'
import { settingBattery } from './setting-battery.ts'

settingBattery(
  webpackDevServer,
  (lines) =>
    start({
      files: () => ({
        'webpack.config.js': `module.exports = {
  mode: 'development',
  entry: './main.js',
${lines}
}
`,
        'main.js': 'console.log(1)\n',
        'public/data.json': '[]',
      }),
      command: ({ port }) => [
        process.execPath,
        ...['node_modules/webpack-cli/bin/cli.js', 'serve', '--host', '127.0.0.1', '--port', String(port)],
      ],
    }),
  {
    wants: [
      { path: '/data.json', status: 200 },
      { path: '/data.json', headers: ['x-request-id'], credentials: true, status: 200 },
    ],
    never: [
      { path: '/data.json', headers: ['x-evil'] },
      { path: '/data.json', method: 'DELETE' },
    ],
  },
)
settingRunsOn('webpack-dev-server', () => `webpack-dev-server ${versionOfPackage('webpack-dev-server')}`, {
  exactly: true,
})
