import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import type { Page, WebWorker } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import express from '../../../src/fix/generators/express.ts'
import fastapi from '../../../src/fix/generators/fastapi.ts'
import type { Plan } from '../../../src/fix/plan.ts'
import type { CorsPolicy } from '../../../src/fix/policy/policy.ts'
import { launchChromium } from '../../../src/start/chromium/launch-chromium.ts'
import { trialOf } from '../../../src/trial/trial-of.ts'
import { trialRules } from '../../../src/trial/trial-rules.ts'
import type { Verdict } from '../../../src/verdict/verdict.ts'
import { type CleanUp, cleanUp } from '../../browser/clean-up.ts'
import { APP, LOCAL } from '../policies.ts'
import { startPages } from './chromium/start-pages.ts'
import { codeOf } from './start/code-of.ts'
import type { Running } from './start/start.ts'
import { startExpress } from './start/start-express.ts'
import { startFastApi } from './start/start-fastapi.ts'
import { startNginx } from './start/start-nginx.ts'

/** What the page calls each API with, whatever the policy; each is a request of its own. */
const CALLS = ['GET', 'PUT', 'DELETE', 'PATCH'].flatMap((method) =>
  [[], ['x-request-id'], ['authorization'], ['content-type', 'x-request-id']].flatMap((headers) =>
    [false, true].map((credentials) => ({ method, headers, credentials })),
  ),
)

const policy: fc.Arbitrary<CorsPolicy> = fc
  .record({
    isPublic: fc.constantFrom(false, false, false, true),
    others: fc.subarray(['https://b.example.com', LOCAL]),
    methods: fc.subarray(['DELETE', 'GET', 'PATCH', 'PUT']),
    headers: fc.subarray(['authorization', 'content-type', 'x-request-id']),
    exposed: fc.subarray(['Date', 'X-Total-Count']),
    credentials: fc.boolean(),
    maxAge: fc.constantFrom(null, 0, 600),
  })
  .map(({ isPublic, others, ...parts }) =>
    isPublic ? { ...parts, origins: '*', credentials: false } : { ...parts, origins: [APP, ...others] },
  )

const DEPLOYED = {
  nginx: (kept: CorsPolicy) => startNginx(kept, 'root html; location = /items { return 200 "[]"; }'),
  Express: (kept: CorsPolicy) => startExpress(express, kept),
  FastAPI: (kept: CorsPolicy) => startFastApi(codeOf(fastapi, kept)),
} satisfies Record<string, (kept: CorsPolicy) => Promise<Running>>

const EACH = 12

type Call = (typeof CALLS)[number]

/** What a server does on its own beside the policy; a trial can't know of it. */
const OWN_WAYS: Partial<Record<string, (kept: CorsPolicy, call: Call) => boolean>> = {
  // Starlette always allows Content-Type, and refuses preflights of GET where that isn't listed.
  FastAPI: ({ methods, headers }, call) =>
    (call.headers.includes('content-type') && !headers.includes('content-type')) ||
    (call.headers.length > 0 && call.method === 'GET' && !methods.includes('GET')),
}

const undo: CleanUp = cleanUp()
let page: Page
let rules: WebWorker
let tabId: number
let bare: number

beforeAll(async () => {
  const pages = await startPages()
  undo.later(pages.close)
  const directory = mkdtempSync(join(tmpdir(), 'whycors-trial-'))
  undo.later(() => rmSync(directory, { recursive: true, force: true }))
  const manifest = {
    manifest_version: 3,
    name: 'trial rules',
    version: '1',
    permissions: ['declarativeNetRequestWithHostAccess', 'tabs'],
    host_permissions: ['<all_urls>'],
    background: { service_worker: 'background.js' },
  }
  writeFileSync(join(directory, 'manifest.json'), JSON.stringify(manifest))
  writeFileSync(join(directory, 'background.js'), '')
  const { hostResolverRules, publicKeyHash } = pages
  const launched = await launchChromium({
    hostResolverRules,
    trustedKeys: [publicKeyHash],
    extensions: [directory],
  })
  undo.later(launched.close)
  const target = await launched.browser.waitForTarget((one) => one.type() === 'service_worker')
  const worker = await target.worker()
  if (worker === null) throw new Error('the extension has no background')
  rules = worker
  page = await launched.browser.newPage()
  await page.goto(`${APP}/`)
  tabId = Number(await rules.evaluate(`chrome.tabs.query({ url: '${APP}/*' }).then(([{ id }]) => id)`))
  // The same responses as those of the servers, without any configuration of CORS.
  const api = createServer((request, response) => {
    response.writeHead(request.method === 'OPTIONS' ? 204 : 200).end()
  })
  bare = await listen(api)
  undo.later(() => api.close())
})
afterAll(() => undo.now())

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })

/** Puts a trial in the place of the one before; null: none. */
async function apply(kept: CorsPolicy | null): Promise<void> {
  const facts = { origin: { known: true, value: APP } }
  const verdict = { exchange: { facts, chain: [] } } as unknown as Verdict
  const plan = { target: `http://127.0.0.1:${bare}` } as Plan
  const trial = kept === null ? null : trialOf(verdict, plan, kept, false)
  const change = { removeRuleIds: [1, 2], addRules: trial === null ? [] : trialRules(trial, tabId, 1) }
  await rules.evaluate(`chrome.declarativeNetRequest.updateSessionRules(${JSON.stringify(change)})`)
}

/** What the page got of each call: nothing, or a response, with or without a header that has to be exposed. */
const outcomes = (port: number, made: readonly Call[] = CALLS): Promise<Record<string, string>> =>
  page.evaluate(
    async (port, calls) => {
      const told = calls.map(async ({ method, headers, credentials }) => {
        const outcome = await fetch(`http://127.0.0.1:${port}/items`, {
          method,
          cache: 'no-store',
          credentials: credentials ? 'include' : 'omit',
          headers: Object.fromEntries(headers.map((name) => [name, 'application/json'])),
        }).then(
          (response) => (response.headers.has('date') ? 'allowed, Date readable' : 'allowed'),
          () => 'blocked',
        )
        return [`${method} ${headers} ${credentials}`, outcome] as const
      })
      return Object.fromEntries(await Promise.all(told))
    },
    port,
    made,
  )

test('without a trial everything is blocked', async () => {
  await apply(null)
  expect(new Set(Object.values(await outcomes(bare)))).toEqual(new Set(['blocked']))
})

describe.each(Object.keys(DEPLOYED) as (keyof typeof DEPLOYED)[])(
  'a trial comes to the same as %s',
  (name) => {
    const seed = 2026 + Object.keys(DEPLOYED).indexOf(name)
    test.each(
      fc.sample(policy, { seed, numRuns: EACH }).map((kept) => [JSON.stringify(kept), kept] as const),
    )('%s', async (_, kept) => {
      await apply(kept)
      const made = CALLS.filter((call) => OWN_WAYS[name]?.(kept, call) !== true)
      const tried = await outcomes(bare, made)
      await apply(null)
      const server = await DEPLOYED[name](kept)
      try {
        expect(tried).toEqual(await outcomes(server.port, made))
      } finally {
        await server.stop()
      }
    })
  },
)
