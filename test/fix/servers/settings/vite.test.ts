import { expect, test } from 'vitest'
import vite from '../../../../src/fix/settings/vite.ts'
import { send } from '../battery/send.ts'
import { versionOfPackage } from '../start/installed.ts'
import { settingRunsOn } from '../start/runs-on.ts'
import { start } from '../start/start.ts'
import { settingBattery } from './setting-battery.ts'

const startVite = (lines: string) =>
  start({
    files: ({ folder }) => ({
      'vite.config.mjs': `export default {
  cacheDir: ${JSON.stringify(`${folder}/cache`)},
${lines}
}
`,
      'index.html': '<!doctype html><script type="module" src="/main.js"></script>',
      'main.js': 'console.log(1)\n',
    }),
    command: ({ port }) => [
      process.execPath,
      'node_modules/vite/bin/vite.js',
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
      '--strictPort',
    ],
  })

settingBattery(vite, startVite, {
  wants: [
    { path: '/main.js', status: 200 },
    { path: '/main.js', headers: ['x-request-id'], credentials: true, status: 200 },
  ],
  never: [
    { path: '/main.js', headers: ['x-evil'] },
    { path: '/main.js', method: 'DELETE' },
  ],
})
settingRunsOn('vite', () => `Vite ${versionOfPackage('vite')}`, { exactly: true })

test.each([
  ['', 403],
  ["server: { allowedHosts: ['dev.example.com'] },", 200],
])('its note on the host is true: with %j a foreign host is a %i', async (lines, status) => {
  const server = await startVite(lines)
  const answer = await send(server.port, {
    method: 'GET',
    path: '/main.js',
    headers: { Host: 'dev.example.com' },
  })
  await server.stop()
  expect(answer.status).toBe(status)
})
