import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect as baseExpect, chromium } from '@playwright/test'
import { describe, expect, it } from 'vitest'
import { type CorsRecorder, corsFixtures, corsMatchers, recordPage } from '../../../src/playwright/index.ts'
import { findChromium } from '../../../src/start/chromium/find-chromium.ts'
import { launchChromium } from '../../../src/start/chromium/launch-chromium.ts'
import { listening } from '../../dev/send-as-chromium.ts'
import { verdictsOf } from '../../make-har.ts'
import { oneServerCases, responseTo } from '../../oracle/one-server-cases.ts'
import type { OracleCase } from '../../oracle/oracle-case.ts'

const cases = oneServerCases.slice(0, 75)
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []

describe('a recorder', () => {
  it('of Playwright gives each case the code that Chromium gives it', async () => {
    const browser = await chromium.launch({ executablePath: findChromium(), args })
    try {
      const page = await browser.newPage()
      await agrees(page, await recordPage(page))
    } finally {
      await browser.close()
    }
  })

  it('of Puppeteer does too', async () => {
    const { browser, close } = await launchChromium()
    try {
      const page = await browser.newPage()
      await agrees(page, await recordPage(page))
    } finally {
      await close()
    }
  })
})

interface Scripted {
  goto(url: string): Promise<unknown>
  evaluate(script: string): Promise<unknown>
}

/** Plays the cases in a page, and compares our codes with those that the protocol told. */
async function agrees(page: Scripted, recorder: CorsRecorder): Promise<void> {
  const api = await listening(
    createServer((request, response) => {
      const oracle = cases.find(({ id }) => request.url === `/${id}`)
      if (oracle === undefined) return void response.end()
      const { status, headers } = responseTo(oracle, request.headers)
      response.writeHead(status, headers).end()
    }),
  )
  const pages = await listening(createServer((_request, response) => void response.end('<!doctype html>')))
  const originOf = (server: typeof api): string => `http://127.0.0.1:${portOf(server)}`
  await page.goto(originOf(pages))
  for (const oracle of cases) await page.evaluate(fetching(oracle, originOf(api)))
  await recorder.idle(5000)
  api.close()
  pages.close()
  const { entries } = recorder.har().log
  const told = entries as readonly { request: { url: string }; _corsError?: { corsError: string } }[]
  const verdicts = verdictsOf(entries, 'whycors', 'chromium')
  const rows = cases.map(({ id }) => ({
    id,
    theirs: [
      ...new Set(
        told.flatMap((one) => (one.request.url.endsWith(`/${id}`) ? (one._corsError?.corsError ?? []) : [])),
      ),
    ],
    ours: verdicts
      .filter(({ exchange }) => exchange.url.endsWith(`/${id}`))
      .flatMap(({ engines }) => engines.chromium.codes.map(String)),
  }))
  const wrong = rows.filter(({ theirs: [code], ours }) =>
    code === undefined ? ours.length === 1 : !ours.includes(code),
  )
  expect(wrong).toEqual([])
  expect(rows.filter(({ theirs }) => theirs.length > 0).length).toBeGreaterThanOrEqual(40)
  expect(
    told.filter(({ request }) => 'method' in request && request.method === 'OPTIONS').length,
  ).toBeGreaterThan(20)
}

const portOf = (server: { address(): unknown }): number =>
  (server.address() as { readonly port: number }).port

const fetching = ({ id, request }: OracleCase, api: string): string =>
  `fetch(${JSON.stringify(`${api}/${id}`)}, ${JSON.stringify(request)}).then(() => true, () => false)`

describe('the example project', () => {
  it('is written as the types of Playwright allow', () => {
    expect(base.extend(corsFixtures)).toBeTypeOf('function')
    expect(baseExpect.extend(corsMatchers)).toBeTypeOf('function')
  })

  it('attaches the explanation to what failed because of CORS, and to nothing else', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'whycors-example-'))
    const report = join(directory, 'report.json')
    const env = {
      ...process.env,
      CHROMIUM_PATH: findChromium(),
      EXAMPLE_REPORT: report,
      EXAMPLE_OUTPUT: join(directory, 'output'),
    }
    const printed = await new Promise<string>((resolve) => {
      const command = ['node_modules/@playwright/test/cli.js', 'test', '-c', 'test/playwright/example']
      execFile(process.execPath, command, { env }, (_error, stdout) => resolve(stdout))
    })
    const { suites } = JSON.parse(readFileSync(report, 'utf8')) as {
      suites: readonly { specs: readonly Spec[] }[]
    }
    rmSync(directory, { recursive: true, force: true })
    const results = suites[0]?.specs.map(({ tests }) => tests[0]?.results[0]) ?? []
    const names = results.map((result) => result?.attachments.map(({ name }) => name).slice(0, 2))
    expect(results.map((result) => result?.status)).toEqual([
      'passed',
      'failed',
      'failed',
      'failed',
      'passed',
    ])
    const both = ['why CORS blocked a request', 'requests with preflights.har']
    expect(names).toEqual([[], both, both, ['error-context'], []])
    const [, , third] = results
    const [text = '', har = ''] = (third?.attachments ?? []).map(({ body = '' }) =>
      Buffer.from(body, 'base64').toString(),
    )
    expect(text).toContain("The preflight response doesn't allow the header `content-type`.")
    expect(text).toContain("Chromium's own code for this request is `HeaderDisallowedByPreflightResponse`.")
    expect(
      JSON.parse(har).log.entries.map((entry: { _resourceType: string }) => entry._resourceType),
    ).toContain('preflight')
    expect(results[1]?.error?.message).toContain('The preflight response allows `GET`, not `PUT`.')
    expect(printed).toContain('an API that lacks a header, in a test that fails at something else')
    expect(printed.match(/› an API that lacks [^\n]*\n\nCORS blocked 1 request\./g)).toHaveLength(2)
  })
})

interface Spec {
  readonly tests: readonly {
    readonly results: readonly {
      readonly status: string
      readonly error?: { readonly message: string }
      readonly attachments: readonly { readonly name: string; readonly body?: string }[]
    }[]
  }[]
}
