import socketIo from '../../../../src/fix/settings/socket-io.ts'
import { versionOfPackage } from '../start/installed.ts'
import { settingRunsOn } from '../start/runs-on.ts'
import { start } from '../start/start.ts'
import { settingBattery } from './setting-battery.ts'

const POLLING = '/socket.io/?EIO=4&transport=polling'

settingBattery(
  socketIo,
  (lines) =>
    start({
      files: () => ({
        'server.mjs': `
import { createServer } from 'node:http'
import { Server } from 'socket.io'

const httpServer = createServer()
${lines === '' ? 'const io = new Server(httpServer)' : lines}
io.on('connection', () => {})
httpServer.listen(process.env.PORT, '127.0.0.1')
`,
      }),
      command: () => [process.execPath, 'server.mjs'],
    }),
  {
    wants: [
      { path: POLLING, status: 200 },
      // What it doesn't do it says with a status, which the page can read.
      {
        path: `${POLLING}&sid=none`,
        method: 'PUT',
        headers: ['x-request-id'],
        credentials: true,
        status: 400,
      },
    ],
    never: [
      { path: POLLING, headers: ['x-evil'] },
      { path: POLLING, method: 'PATCH' },
    ],
  },
)
settingRunsOn('socket-io', () => `Socket.IO ${versionOfPackage('socket.io')}`, { exactly: true })
