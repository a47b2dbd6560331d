import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Send, WireRequest } from '../../src/check/wire.ts'
import type { Io } from '../../src/cli/io.ts'
import { callTool } from '../../src/cli/mcp/call-tool.ts'
import { sendTo } from '../checks/run-checks.ts'
import { chromeEntry, harText } from '../make-har.ts'

const SECRET = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P'

const never = (): never => {
  throw new Error('printed, or sent')
}

/** Calls a tool where these are the only files, and nothing may be printed past its answer. */
const call = async (
  name: string,
  given: Readonly<Record<string, string | number | boolean>>,
  files: Readonly<Record<string, string>> = { 'shop.har': readFileSync('src/cli/sample.har', 'utf8') },
  send: Send = () => never(),
) => {
  const io: Io = {
    read: async function* (path) {
      const file = files[path]
      if (file === undefined) throw Object.assign(new Error(`ENOENT: ${path}`), { code: 'ENOENT' })
      yield new TextEncoder().encode(file)
    },
    send,
    sample: 'sample.har',
    out: never,
    err: never,
    color: true,
    debug: false,
    width: 40,
    listWidth: 40,
  }
  return await callTool(name, given, io)
}

const many = (count: number): string =>
  harText(
    Array.from({ length: count }, (_, i) =>
      chromeEntry({
        url: `https://api${i}.test/x?access_token=${SECRET}`,
        error: 'net::ERR_FAILED',
        request: { Authorization: `Bearer ${SECRET}` },
        response: { 'Access-Control-Allow-Origin': 'x'.repeat(5000) },
      }),
    ),
  )

test('explain_har lists problems with ids, at most 1 kB each, and says how many it left out', async () => {
  const { text } = await call('explain_har', { path: 'a.har' }, { 'a.har': many(40) })
  const { problems, omitted } = JSON.parse(text)
  expect(problems).toHaveLength(25)
  expect(omitted).toMatch(/^15 more problems/)
  for (const problem of problems) {
    expect(Buffer.byteLength(JSON.stringify(problem))).toBeLessThanOrEqual(1000)
    expect(problem.rules.length).toBeGreaterThan(0)
  }
})

test('explain_har explains one problem, without colors and secrets', async () => {
  const { text, isError } = await call('explain_har', { path: 'a.har', problem: 3 }, { 'a.har': many(3) })
  expect(isError).toBe(false)
  expect(text).toMatch(/^3\. ✗ GET https:\/\/api2\.test/)
  expect(text).not.toContain('\u001b')
  expect(text).not.toContain(SECRET)
  expect(text.length).toBeLessThan(12_000)
})

test('a recording that is cut off is explained, with a warning', async () => {
  const { text } = await call('explain_har', { path: 'a.har' }, { 'a.har': many(3).slice(0, -500) })
  expect(JSON.parse(text).warnings).toContain('incomplete')
})

test('fix_config answers with code and what to know about it', async () => {
  const { text, isError } = await call('fix_config', {
    path: 'shop.har',
    for: 'nginx',
    origin: 'https://api.payments.test',
    policy: 'methods=GET,PATCH',
  })
  expect(isError).toBe(false)
  expect(text).toMatch(/^Configuration:\n[\s\S]*add_header[\s\S]*\nAbout it:\n/)
  expect(text).toContain('PATCH')
  const open = await call('fix_config', { path: 'shop.har', for: 'express', public: true })
  expect(open.text).toContain('*')
})

describe('check_url', () => {
  const PAGE = 'https://shop.test'
  const checked = async (
    given: Readonly<Record<string, string | boolean>>,
    answers: Parameters<typeof sendTo>[0] = {},
  ) => {
    const sent: WireRequest[] = []
    const answer = await call(
      'check_url',
      { url: 'https://api.test/items', origin: PAGE, ...given },
      {},
      sendTo(answers, sent),
    )
    return {
      ...answer,
      sent: sent.map(({ method, url }) => `${method} ${url}`),
      headers: sent.map(({ headers }) => headers),
    }
  }

  test('says why a browser would block the response, with ids', async () => {
    const { text, isError, sent } = await checked({}, { 'GET https://api.test/items': {} })
    expect([isError, sent]).toEqual([false, ['GET https://api.test/items']])
    expect(text).toContain('The response has no `Access-Control-Allow-Origin`.')
    expect(text).toContain('Rule allow-origin-missing')
    expect(text).not.toContain('\u001b')
    expect(text.length).toBeLessThan(8000)
  })

  test('sends what the page would, headers line by line', async () => {
    const { sent, headers } = await checked(
      {
        method: 'PUT',
        data: '{}',
        headers: `Content-Type: application/json\nX-Api-Key: ${SECRET}\n`,
        credentials: 'include',
      },
      { 'OPTIONS https://api.test/items': {} },
    )
    expect(sent).toEqual(['OPTIONS https://api.test/items'])
    expect(headers[0]).toContainEqual(['Access-Control-Request-Headers', 'content-type,x-api-key'])
  })

  test('sends what may change data only if it is told to, and masks secrets', async () => {
    const allowed = {
      'Access-Control-Allow-Origin': PAGE,
      'Access-Control-Allow-Methods': 'DELETE',
      'Access-Control-Allow-Headers': 'x-api-key',
    }
    const answers = {
      'OPTIONS https://api.test/items': allowed,
      'DELETE https://api.test/items': { ...allowed, 'X-Echo': SECRET },
    }
    const given = { method: 'DELETE', headers: `X-Api-Key: ${SECRET}` }
    const safe = await checked(given, answers)
    expect(safe.sent).toEqual(['OPTIONS https://api.test/items'])
    expect(safe.text).toContain('--send')
    const told = await checked({ ...given, send: true }, answers)
    expect(told.sent).toEqual(['OPTIONS https://api.test/items', 'DELETE https://api.test/items'])
    expect(safe.text + told.text).not.toContain(SECRET)
  })

  test('without a response is an error that says why', async () => {
    const { text, isError } = await checked({ url: 'https://down.test/' })
    expect(isError).toBe(true)
    expect(text).toContain('nothing listens on down.test')
  })
})

test('explain_console_message names the rules behind a message', async () => {
  const { text } = await call('explain_console_message', {
    message: "No 'Access-Control-Allow-Origin' header is present on the requested resource",
  })
  expect(text).toContain('allow-origin-missing')
})

test('list_rules has a line for each rule, and what one means', async () => {
  const { text } = await call('list_rules', {})
  expect(text.trim().split('\n').length).toBeGreaterThan(40)
  expect(text).toMatch(/^allow-origin-missing: .+\.$/m)
  expect((await call('list_rules', { rule: 'method-case' })).text).toContain('https://fetch.spec.whatwg.org/')
})

test.each([
  ['explain_har', {}, 'The argument path is missing.'],
  ['explain_har', { path: 7 }, 'The argument path must be a text that is not empty.'],
  ['explain_har', { path: 'shop.har', problem: 0 }, 'The argument problem must be a whole number from 1.'],
  ['explain_har', { path: 'shop.har', problem: 99 }, 'there is no problem 99'],
  ['explain_har', { path: 'shop.har', engine: 'presto' }, 'The argument engine must be one of'],
  ['explain_har', { path: '-' }, "can't be standard input"],
  ['explain_har', { path: '--show-secrets' }, '--show-secrets: no such file'],
  ['explain_har', { path: 'shop.har', show_secrets: true }, 'There is no argument "show_secrets"'],
  [
    'explain_har',
    { path: 'https://api.test/items' },
    'The argument path must be a file; check_url calls a URL.',
  ],
  ['fix_config', { path: 'HTTP://api.test/' }, 'The argument path must be a file; check_url calls a URL.'],
  ['check_url', { url: 'https://api.test/' }, 'The argument origin is missing.'],
  [
    'check_url',
    { url: 'file:///etc/passwd', origin: 'https://a.test' },
    'The argument url must begin with http',
  ],
  ['check_url', { url: 'shop.har', origin: 'https://a.test' }, 'The argument url must begin with http'],
  ['check_url', { url: 'https://api.test/', origin: 'shop' }, '--origin must be a URL'],
  ['check_url', { url: 'https://api.test/', origin: 'https://a.test', headers: 'X A' }, '--header must be'],
  ['check_url', { url: 'https://api.test/', origin: 'https://a.test', method: 'TRACE' }, '--method must be'],
  ['explain_console_message', { message: '-' }, "can't be standard input"],
  ['explain_console_message', { message: 'hello there' }, 'list the rules with'],
  ['fix_config', { path: 'shop.har', for: 'abacus' }, '--for must be one of'],
  ['fix_config', { path: 'shop.har', origin: '--all' }, '--origin must be a URL'],
  ['list_rules', { rule: 'nonsense' }, 'there is no rule "nonsense"'],
  ['constructor', {}, 'There is no such tool'],
])('%s with %j is an error that says why', async (name, given, says) => {
  const { text, isError } = await call(name, given as Record<string, string>)
  expect(isError).toBe(true)
  expect(text).toContain(says)
})
