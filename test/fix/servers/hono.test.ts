import { describe } from 'vitest'
import hono from '../../../src/fix/generators/hono.ts'
import { battery } from './battery/battery.ts'
import { codeOf } from './start/code-of.ts'
import { versionOfPackage } from './start/installed.ts'
import { runsOn } from './start/runs-on.ts'
import { start } from './start/start.ts'

describe('Hono', () => {
  battery((policy) =>
    start({
      files: () => ({ 'app.mjs': app(codeOf(hono, policy)) }),
      command: () => [process.execPath, 'app.mjs'],
    }),
  )
  runsOn(
    'hono',
    () => `Hono ${versionOfPackage('hono')}, @hono/node-server ${versionOfPackage('@hono/node-server')}`,
    { exactly: true },
  )
})

const app = (snippet: string): string => `
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'

const app = new Hono()
${snippet}
app.use('/private', async (c, next) => {
  if (c.req.header('Authorization') === undefined) throw new HTTPException(401)
  await next()
})
const ok = (c) => c.json({ method: c.req.method })
app.on(['GET', 'PUT', 'DELETE'], '/items', ok)
app.get('/private', ok)
app.get('/only-get', ok)
app.post('/only-get', (c) => c.body(null, 405))
app.get('/boom', () => {
  throw new Error('boom')
})
app.get('/bad', (c) => c.body(null, 502))
serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' })
`
