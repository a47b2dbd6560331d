import { describe } from 'vitest'
import fastify from '../../../src/fix/generators/fastify.ts'
import { battery } from './battery/battery.ts'
import { codeOf } from './start/code-of.ts'
import { versionOfPackage } from './start/installed.ts'
import { runsOn } from './start/runs-on.ts'
import { start } from './start/start.ts'

describe('Fastify', () => {
  battery((policy) =>
    start({
      files: () => ({ 'app.mjs': app(codeOf(fastify, policy)) }),
      command: () => [process.execPath, 'app.mjs'],
    }),
  )
  runsOn(
    'fastify',
    () => `Fastify ${versionOfPackage('fastify')}, @fastify/cors ${versionOfPackage('@fastify/cors')}`,
    { exactly: true },
  )
})

const app = (snippet: string): string => `
import Fastify from 'fastify'

const fastify = Fastify()
${snippet}
fastify.addHook('onRequest', async (request, reply) => {
  if (request.url === '/private' && request.headers.authorization === undefined) return reply.code(401).send()
})
const ok = async (request) => ({ method: request.method })
fastify.route({ method: ['GET', 'PUT', 'DELETE'], url: '/items', handler: ok })
fastify.get('/private', ok)
fastify.get('/only-get', ok)
fastify.post('/only-get', (request, reply) => reply.code(405).send())
fastify.get('/boom', async () => {
  throw new Error('boom')
})
fastify.get('/bad', (request, reply) => reply.code(502).send())
// A page sends PUT with a Content-Type and no body.
fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => done(null, body))
await fastify.listen({ port: Number(process.env.PORT), host: '127.0.0.1' })
`
