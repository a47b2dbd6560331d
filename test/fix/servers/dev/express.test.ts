import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { expect, test, vi } from 'vitest'
import { explainCors, watch } from '../../../../src/dev/index.ts'
import { listening, preflight, sendAsChromium } from '../../../dev/send-as-chromium.ts'

const PAGE = 'http://localhost:5173'
const express = createRequire(new URL('../package.json', import.meta.url))('express')

test.each(['middleware', 'watch'] as const)('Express with %s: why, and the fix for Express', async (how) => {
  const texts: string[] = []
  const options = { log: (text: string) => void texts.push(text), color: false }
  const app = express()
  app.disable('x-powered-by')
  const api = express.Router()
  if (how === 'middleware') api.use(explainCors(options))
  api.get('/items', (_request: unknown, response: { json: (value: unknown) => void }) => response.json([]))
  app.use('/api', api)
  const server = await listening(createServer(app))
  if (how === 'watch') watch(server, options)
  const page = { ...preflight(PAGE, 'PUT', 'content-type'), path: '/api/items' }
  const statuses = await sendAsChromium(server, [
    page,
    { method: 'GET', path: '/api/items', headers: { Origin: PAGE } },
  ])
  await vi.waitFor(() => expect(texts).toHaveLength(1), 5000)
  server.close()
  expect(statuses).toEqual([200, 200])
  const [text = ''] = texts
  expect(text).toMatch(/1\. ✗ PUT http:\/\/127\.0\.0\.1:\d+\/api\/items/)
  expect(text).toContain('The preflight response has no `Access-Control-Allow-Origin`.')
  expect(text).toContain('In Express')
  expect(text).toContain("origin: ['http://localhost:5173'],")
})
