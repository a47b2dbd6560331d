import type { Generator } from '../../../../src/fix/generators/generator.ts'
import type { CorsPolicy } from '../../../../src/fix/policy/policy.ts'
import { codeOf } from './code-of.ts'
import { type Running, start } from './start.ts'

/** Starts an Express app with a snippet directly after `const app = express()`, as its text says. */
export const startExpress = (generator: Generator, policy: CorsPolicy): Promise<Running> =>
  startExpressWith(codeOf(generator, policy))

/** Starts an Express app with code directly after `const app = express()`. */
export const startExpressWith = (code: string): Promise<Running> =>
  start({ files: () => ({ 'app.mjs': app(code) }), command: () => [process.execPath, 'app.mjs'] })

const app = (snippet: string): string => `
import express from 'express'

const app = express()
${snippet}
app.use((req, res, next) => {
  if (req.path === '/private' && req.get('Authorization') === undefined) res.sendStatus(401)
  else next()
})
app.use(express.json())
const ok = (req, res) => res.json({ method: req.method })
app.route('/items').get(ok).put(ok).delete(ok)
app.get('/private', ok)
app.get('/only-get', ok)
app.all('/only-get', (req, res) => res.set('Allow', 'GET').sendStatus(405))
app.get('/boom', async () => {
  throw new Error('boom')
})
app.get('/bad', (req, res) => res.sendStatus(502))
app.listen(Number(process.env.PORT), '127.0.0.1')
`
