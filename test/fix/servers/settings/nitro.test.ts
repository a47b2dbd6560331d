import nitro from '../../../../src/fix/settings/nitro.ts'
import { versionOfPackage } from '../start/installed.ts'
import { settingRunsOn } from '../start/runs-on.ts'
import { start } from '../start/start.ts'
import { settingBattery } from './setting-battery.ts'

settingBattery(
  nitro,
  (lines) =>
    start({
      files: () => ({
        'package.json': '{"type":"module"}',
        'nitro.config.mjs': "export default { serverDir: './' }\n",
        'routes/api/items.ts': 'export default () => ({ ok: true })\n',
        ...(lines !== '' && { 'middleware/cors.ts': lines }),
      }),
      command: ({ port }) => [
        process.execPath,
        ...['node_modules/nitro/dist/cli/index.mjs', 'dev', '--host', '127.0.0.1', '--port', String(port)],
      ],
    }),
  {
    wants: [
      { path: '/api/items', status: 200 },
      { path: '/api/items', method: 'PUT', headers: ['x-request-id'], credentials: true, status: 200 },
      { path: '/api/none', status: 404 },
    ],
    never: [
      { path: '/api/items', headers: ['x-evil'] },
      { path: '/api/items', method: 'DELETE' },
    ],
  },
)
settingRunsOn('nitro', () => `nitro ${versionOfPackage('nitro')}`, { exactly: true })
