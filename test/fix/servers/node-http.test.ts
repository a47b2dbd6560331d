import { describe } from 'vitest'
import nodeHttp from '../../../src/fix/generators/node-http.ts'
import { battery } from './battery/battery.ts'
import { codeOf } from './start/code-of.ts'
import { runsOn } from './start/runs-on.ts'
import { start } from './start/start.ts'

describe('Node.js http without a framework', () => {
  battery((policy) =>
    start({
      files: () => ({ 'app.mjs': app(codeOf(nodeHttp, policy)) }),
      command: () => [process.execPath, 'app.mjs'],
    }),
  )
  runsOn('node-http', () => `Node.js ${process.versions.node}`, { exactly: false })
})

const app = (snippet: string): string => `
import { createServer } from 'node:http'

async function handler(request, response) {
  const { pathname } = new URL(request.url, 'http://localhost')
  if (pathname === '/private' && request.headers.authorization === undefined) response.writeHead(401)
  else if (pathname === '/items' || pathname === '/private') response.writeHead(200, { 'Content-Type': 'text/plain' })
  else if (pathname === '/only-get') response.statusCode = request.method === 'GET' ? 200 : 405
  else if (pathname === '/bad') response.statusCode = 502
  else if (pathname === '/boom') throw new Error('boom')
  else response.writeHead(404)
  response.end(request.method)
}

${snippet}
server.listen(Number(process.env.PORT), '127.0.0.1')
`
