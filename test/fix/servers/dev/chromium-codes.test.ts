import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { explainCors, watch } from '../../../../src/dev/index.ts'
import type { NewProblem } from '../../../../src/dev/new-problems.ts'
import whycors from '../../../../src/dev/vite.ts'
import { listening } from '../../../dev/send-as-chromium.ts'
import { oneServerCases, responseTo } from '../../../oracle/one-server-cases.ts'
import { type Browsed, browsed, type Fetched, isOf } from './chromium-codes.ts'

/** What was told, as the terminal gets it. */
const told: NewProblem[] = []
vi.mock('../../../../src/dev/problem-text.ts', async (original) => {
  const { problemText } = await original<typeof import('../../../../src/dev/problem-text.ts')>()
  return {
    problemText: (found: NewProblem, given: Parameters<typeof problemText>[1]) => {
      told.push(found)
      return problemText(found, given)
    },
  }
})

const options = { log: () => undefined, color: false }
const modules = createRequire(new URL('../package.json', import.meta.url))
let chromium: Browsed

beforeAll(async () => {
  chromium = await browsed()
})
afterAll(async () => await chromium.close())

/** Plays fetches, and compares what Chromium calls each failure with what the terminal said. */
async function agrees(server: Server, fetches: readonly Fetched[]): Promise<number> {
  told.length = 0
  const codes = await chromium.codesOf(server, fetches)
  const rows = fetches.map(({ id }) => ({
    id,
    theirs: codes.get(id) ?? null,
    ours: told
      .filter(({ problem }) => isOf(id, problem.example.verdict.exchange.url))
      .flatMap(({ problem }) => problem.example.verdict.engines.chromium.codes.map(String)),
  }))
  // A preflight never shows whether credentials will be sent: then both outcomes are told.
  const wrong = rows.filter(({ theirs, ours }) =>
    theirs === null
      ? ours.length > 0 && !ours.every((code) => /Credentials|Wildcard/.test(code))
      : !ours.includes(theirs),
  )
  expect(wrong).toEqual([])
  return rows.filter(
    ({ theirs, ours: [code, ...others] }) => theirs !== null && theirs === code && others.length === 0,
  ).length
}

const cases = oneServerCases.slice(0, 110)
const ofCases = cases.map(({ id, request }): Fetched => ({ id, path: '/items', request }))

const respond = (request: IncomingMessage, response: ServerResponse): void => {
  const host = `http://${request.headers.host}`
  const oracle = cases.find(({ id }) => isOf(id, host))
  if (oracle === undefined) return void response.end()
  const { status, headers } = responseTo(oracle, request.headers)
  response.writeHead(status, headers).end()
}

test('a plain server that is watched says what Chromium says', async () => {
  const server = await listening(createServer(respond))
  watch(server, options)
  expect(await agrees(server, ofCases)).toBeGreaterThanOrEqual(40)
  server.close()
})

test.each(['middleware', 'watch'] as const)('Express with %s says what Chromium says', async (how) => {
  const app = modules('express')()
  if (how === 'middleware') app.use(explainCors(options))
  app.use(respond)
  const server = await listening(createServer(app))
  if (how === 'watch') watch(server, options)
  expect(await agrees(server, ofCases)).toBeGreaterThanOrEqual(40)
  server.close()
})

/** Vite's `server.cors`, for a page of this origin. */
const SETTINGS: Readonly<Record<string, (page: string) => object | boolean | undefined>> = {
  default: () => undefined,
  other: () => ({ origin: 'https://other.test' }),
  list: () => ({ origin: ['https://other.test', 'https://third.test'] }),
  methods: (origin) => ({ origin, methods: ['GET', 'POST'] }),
  headers: (origin) => ({ origin, allowedHeaders: ['x-one'] }),
  reflected: () => true,
  wildcard: () => ({ origin: '*', credentials: true }),
  status: (origin) => ({ origin, optionsSuccessStatus: 404 }),
  credentials: (origin) => ({ origin, credentials: true }),
}

const json = { 'Content-Type': 'application/json' }
const REQUESTS = [
  { method: 'GET' },
  { method: 'PUT' },
  { method: 'PUT', credentials: 'include' },
  { method: 'POST', headers: json, body: '{}' },
  { method: 'DELETE', headers: { 'X-Two': '2' } },
  { method: 'PATCH', headers: { ...json, Authorization: 'Bearer 1' }, body: '{}', credentials: 'include' },
  { method: 'GET', headers: { 'X-One': '1' } },
  { method: 'DELETE', credentials: 'include' },
  { method: 'PATCH', headers: { 'X-One': '1' } },
  { method: 'HEAD', headers: { 'X-Three': '3' }, credentials: 'include' },
]

test('Vite, whose proxy never gets a preflight, says what Chromium says', async () => {
  const { createServer: createVite } = await import(pathToFileURL(modules.resolve('vite')).href)
  const received: string[] = []
  const api = await listening(
    createServer((request, response) => {
      received.push(request.method ?? '')
      response.end('[]')
    }),
  )
  const { port } = api.address() as { readonly port: number }
  let exact = 0
  for (const [name, settingFor] of Object.entries(SETTINGS)) {
    const cors = settingFor(chromium.page)
    const vite = await createVite({
      configFile: false,
      root: new URL('.', import.meta.url).pathname,
      logLevel: 'silent',
      appType: 'custom',
      optimizeDeps: { noDiscovery: true },
      plugins: [whycors(options)],
      server: {
        host: '127.0.0.1',
        port: 0,
        ws: false,
        watch: null,
        allowedHosts: true,
        proxy: { '/api': `http://127.0.0.1:${port}` },
        ...(cors === undefined ? {} : { cors }),
      },
    })
    const { httpServer } = await vite.listen()
    exact += await agrees(
      httpServer,
      REQUESTS.map((request, i) => ({ id: `${name}${i}`, path: '/api/items', request })),
    )
    await vite.close()
  }
  expect(received.length).toBeGreaterThan(0)
  expect(received).not.toContain('OPTIONS')
  expect(exact).toBeGreaterThanOrEqual(40)
  api.close()
})
