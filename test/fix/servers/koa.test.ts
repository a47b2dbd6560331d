import { describe, expect, test } from 'vitest'
import { get } from '../../../src/fetch/header-list.ts'
import koa from '../../../src/fix/generators/koa.ts'
import type { CorsPolicy } from '../../../src/fix/policy/policy.ts'
import { policies } from '../policies.ts'
import { ask } from './battery/ask.ts'
import { battery } from './battery/battery.ts'
import { serving } from './battery/serving.ts'
import { codeOf } from './start/code-of.ts'
import { versionOfPackage } from './start/installed.ts'
import { runsOn } from './start/runs-on.ts'
import { type Running, start } from './start/start.ts'

const startKoa = (policy: CorsPolicy): Promise<Running> =>
  start({
    files: () => ({ 'app.mjs': app(codeOf(koa, policy)) }),
    command: () => [process.execPath, 'app.mjs'],
  })

describe('Koa', () => {
  battery(startKoa)

  describe('a preflight that is not to be kept', () => {
    const { hostile } = policies
    const server = serving(startKoa, hostile)
    test('says so with a 0', async () => {
      const { preflight } = await ask(server.port, { origin: hostile.origins[0], method: hostile.methods[0] })
      expect(get(preflight.headerList, 'Access-Control-Max-Age')).toBe('0')
    })
  })

  runsOn('koa', () => `Koa ${versionOfPackage('koa')}, @koa/cors ${versionOfPackage('@koa/cors')}`, {
    exactly: true,
  })
})

const app = (snippet: string): string => `
import Koa from 'koa'

const app = new Koa()
${snippet}
app.use(async (ctx, next) => {
  if (ctx.path === '/private' && ctx.get('Authorization') === '') ctx.throw(401)
  await next()
})
app.use((ctx) => {
  if (ctx.path === '/items' || ctx.path === '/private') ctx.body = { method: ctx.method }
  else if (ctx.path === '/only-get') ctx.assert(ctx.method === 'GET', 405)
  else if (ctx.path === '/boom') throw new Error('boom')
  else if (ctx.path === '/bad') ctx.status = 502
})
app.listen(Number(process.env.PORT), '127.0.0.1')
`
