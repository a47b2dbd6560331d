import jupyter from '../../../../src/fix/settings/jupyter.ts'
import { installed } from '../start/installed.ts'
import { settingRunsOn } from '../start/runs-on.ts'
import { start } from '../start/start.ts'
import { settingBattery } from './setting-battery.ts'

settingBattery(
  jupyter,
  (lines) =>
    start({
      files: () => ({ 'jupyter_server_config.py': `${lines}\n` }),
      command: ({ port }) => [
        'jupyter-server',
        '--allow-root',
        '--ip=127.0.0.1',
        `--port=${port}`,
        '--no-browser',
        '--ServerApp.token=secret',
        '--config=jupyter_server_config.py',
      ],
    }),
  {
    wants: [
      { path: '/api', status: 200 },
      // The token is wrong, and the page can read that.
      { path: '/api/contents', headers: ['authorization'], credentials: true, status: 403 },
    ],
    never: [
      { path: '/api', headers: ['x-evil'] },
      { path: '/api', method: 'PURGE' },
    ],
  },
)
settingRunsOn(
  'jupyter',
  () => `Jupyter Server ${installed(['jupyter-server', '--version'], ['jupyter-server'])}`,
  { exactly: false },
)
