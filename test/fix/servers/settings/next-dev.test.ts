import nextDev from '../../../../src/fix/settings/next-dev.ts'
import { NEXT } from '../start/build-next.ts'
import { versionOfPackage } from '../start/installed.ts'
import { settingRunsOn } from '../start/runs-on.ts'
import { start } from '../start/start.ts'
import { settingBattery } from './setting-battery.ts'

settingBattery(
  nextDev,
  (lines) =>
    start({
      files: () => ({
        'next.config.mjs': `export default {
  turbopack: { root: '/' },
${lines}
}
`,
        'app/layout.js': 'export default ({ children }) => <html><body>{children}</body></html>\n',
        'app/page.js': 'export default () => <p>page</p>\n',
      }),
      command: ({ port }) => [
        ...(['env', 'NEXT_TELEMETRY_DISABLED=1', process.execPath, NEXT, 'dev'] as const),
        ...['--hostname', '127.0.0.1', '--port', String(port)],
      ],
    }),
  {
    wants: [
      { path: '/_next/static/development/_buildManifest.js', status: 200 },
      { path: '/_next/static/development/_buildManifest.js', credentials: true, status: 200 },
    ],
    never: [{ path: '/' }, { path: '/_next/static/development/_buildManifest.js', headers: ['x-evil'] }],
  },
)
settingRunsOn('next-dev', () => `Next.js ${versionOfPackage('next')}`, { exactly: true })
