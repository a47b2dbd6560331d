import { readFileSync } from 'node:fs'
import mcpServer from '../../../../src/fix/settings/mcp-server.ts'
import { settingRunsOn } from '../start/runs-on.ts'
import { start } from '../start/start.ts'
import { settingBattery } from './setting-battery.ts'

const SDK = new URL('../../../../node_modules/@modelcontextprotocol/sdk/', import.meta.url)

settingBattery(
  mcpServer,
  (lines) =>
    start({
      files: () => ({
        'server.mjs': `
import cors from 'cors'
import express from 'express'
import { McpServer } from ${JSON.stringify(new URL('dist/esm/server/mcp.js', SDK).href)}
import { StreamableHTTPServerTransport } from ${JSON.stringify(new URL('dist/esm/server/streamableHttp.js', SDK).href)}

const app = express()
${lines}
app.use(express.json())
app.all('/mcp', async (request, response) => {
  const server = new McpServer({ name: 'test', version: '1.0.0' })
  const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined })
  await server.connect(transport)
  await transport.handleRequest(request, response, request.body)
})
app.listen(process.env.PORT, '127.0.0.1')
`,
      }),
      command: () => [process.execPath, 'server.mjs'],
    }),
  {
    wants: [
      // Without a body and an Accept the transport says what it misses, and the page can read that.
      { path: '/mcp', method: 'POST', headers: ['content-type', 'mcp-protocol-version'], status: 406 },
      {
        path: '/mcp',
        method: 'PUT',
        headers: ['mcp-session-id', 'x-request-id'],
        credentials: true,
        status: 405,
      },
    ],
    never: [
      { path: '/mcp', method: 'POST', headers: ['x-evil'] },
      { path: '/mcp', method: 'PATCH' },
    ],
  },
)

settingRunsOn(
  'mcp-server',
  () =>
    `@modelcontextprotocol/sdk ${(JSON.parse(readFileSync(new URL('package.json', SDK), 'utf8')) as { version: string }).version}`,
  { exactly: true },
)
