import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo, Server } from 'node:net'
import { pathToFileURL } from 'node:url'
import { afterEach, expect, test, vi } from 'vitest'
import whycors from '../../../../src/dev/vite.ts'
import { listening, preflight, type SentRequest, sendAsChromium } from '../../../dev/send-as-chromium.ts'

const OTHER = 'https://shop.example.test'
const root = new URL('../package.json', import.meta.url)
const vite = await import(pathToFileURL(createRequire(root).resolve('vite')).href)

const open: { close(): unknown }[] = []
afterEach(async () => {
  vi.unstubAllEnvs()
  for (const one of open.splice(0)) await one.close()
})

interface Setup {
  readonly server?: object
  readonly middlewareMode?: boolean
  readonly api?: (request: IncomingMessage, response: ServerResponse) => void
}

/** Starts Vite's dev server with the plug-in, a proxy to an API behind `/api`, and returns what it prints. */
async function started({ server: given = {}, middlewareMode = false, api }: Setup) {
  const texts: string[] = []
  const received: string[] = []
  const behind = await listening(
    createServer((request, response) => {
      received.push(`${request.method} ${request.url}`)
      if (api === undefined) response.end('[]')
      else api(request, response)
    }),
  )
  open.push(behind)
  const target = `http://127.0.0.1:${(behind.address() as AddressInfo).port}`
  const dev = await vite.createServer({
    configFile: false,
    root: new URL('.', import.meta.url).pathname,
    logLevel: 'silent',
    appType: 'custom',
    optimizeDeps: { noDiscovery: true },
    plugins: [whycors({ log: (text) => void texts.push(text), color: false })],
    server: {
      host: '127.0.0.1',
      port: 0,
      ws: false,
      watch: null,
      proxy: { '/api': target },
      ...given,
      ...(middlewareMode ? { middlewareMode } : {}),
    },
  })
  open.push(dev)
  const server: Server = middlewareMode
    ? await listening(createServer(dev.middlewares))
    : (await dev.listen()).httpServer
  if (middlewareMode) open.push(server)
  const ask = async (...requests: readonly SentRequest[]): Promise<string> => {
    await sendAsChromium(server, requests)
    await new Promise((resolve) => setTimeout(resolve, 200))
    return texts.join('\n').replace(/\s+/g, ' ')
  }
  return { ask, received, texts }
}

const toApi = (request: SentRequest): SentRequest => ({ ...request, path: '/api/items' })

test('the default of server.cors is named, and who responded to the preflight', async () => {
  const { ask, received } = await started({})
  const text = await ask(toApi(preflight(OTHER, 'PUT', 'content-type')))
  expect(received).toEqual([])
  expect(text).toMatch(/✗ PUT http:\/\/127\.0\.0\.1:\d+\/api\/items blocked/)
  expect(text).toContain("Vite's `server.cors` has its default, which allows only pages on `localhost`")
  expect(text).toContain(
    'Vite responded to the preflight itself, so the API behind `server.proxy` (`/api`) never received it.',
  )
  expect(text).toContain('In Vite')
  expect(text).toContain("cors: { origin: ['https://shop.example.test']")
})

test('pages on localhost are allowed, and nothing is printed', async () => {
  const { ask } = await started({})
  const page = 'http://localhost:3000'
  expect(await ask(toApi(preflight(page, 'PUT')), toApi({ method: 'PUT', headers: { Origin: page } }))).toBe(
    '',
  )
})

test('an API behind the proxy that sends its own header replaces the one of Vite', async () => {
  const { ask, received } = await started({
    server: { cors: { origin: OTHER } },
    api: (_request, response) =>
      void response.setHeader('Access-Control-Allow-Origin', 'https://a.test').end(),
  })
  const text = await ask(toApi({ method: 'GET', headers: { Origin: OTHER } }))
  expect(received).toEqual(['GET /api/items'])
  expect(text).toContain('`https://a.test`')
  expect(text).toContain("its value replaces Vite's in the response")
  expect(text).toContain("Vite's `server.cors` is set in your configuration")
})

test('with server.cors false, preflights reach the API', async () => {
  const { ask, received } = await started({ server: { cors: false } })
  const text = await ask(toApi(preflight(OTHER, 'PUT')))
  expect(received).toEqual(['OPTIONS /api/items'])
  expect(text).toContain("Vite's `server.cors` is `false`")
})

test('as middleware of another server, preflights are seen before Vite responds to them', async () => {
  const { ask } = await started({ middlewareMode: true })
  expect(await ask(toApi(preflight(OTHER, 'PUT')))).toContain('✗ PUT')
})

test('in production it watches nothing', async () => {
  vi.stubEnv('NODE_ENV', 'production')
  const { ask } = await started({})
  expect(await ask(toApi(preflight(OTHER, 'PUT')))).toBe('')
})
