import { describe, expect, it } from 'vitest'
import { explain, fix, generators } from '../../src/index.ts'
import { whycors } from '../cli/run-whycors.ts'

const APP = 'https://app.example'
const API = 'https://api.example'

/** A PUT whose preflight the server answers without CORS headers. */
const blocked = (headers: readonly { name: string; value: string }[] = [], api = API) => ({
  startedDateTime: '2026-01-01T00:00:00.000Z',
  time: 5,
  _resourceType: 'preflight',
  request: {
    method: 'OPTIONS',
    url: `${api}/items?token=abcdefghijklmnop`,
    headers: [
      { name: 'Origin', value: APP },
      { name: 'Access-Control-Request-Method', value: 'PUT' },
      { name: 'Access-Control-Request-Headers', value: 'x-api-key' },
    ],
  },
  response: { status: 204, statusText: '', headers, content: { size: 0, mimeType: '' }, redirectURL: '' },
})
const harOf = (...entries: readonly object[]) => ({
  log: { version: '1.2', creator: { name: 'WebInspector', version: '1' }, entries },
})
const har = harOf(blocked([{ name: 'X-Powered-By', value: 'Express' }]))

describe('fix', () => {
  it('writes for the server that the responses show', async () => {
    const [one, ...others] = await fix(har)
    expect(others).toEqual([])
    expect(one).toMatchObject({
      type: 'configuration',
      target: API,
      policy: { origins: [APP], methods: ['PUT'], headers: ['x-api-key'] },
      generator: { id: 'express' },
      code: expect.stringContaining(APP),
    })
  })

  it('writes what the command line prints', async () => {
    const printed = await whycors(['fix', 'a.har', '--for', 'nginx'], { 'a.har': JSON.stringify(har) })
    const [one] = await fix(har, { for: 'nginx' })
    if (one?.type !== 'configuration') throw new Error('no configuration')
    expect(one.code).toBe(printed.out)
    for (const words of [one.where, ...one.removeFirst, ...one.notes]) expect(printed.err).toContain(words)
    for (const { command, expect: words } of one.check) {
      expect(printed.err).toContain(command)
      expect(printed.err).toContain(words)
    }
  })

  it('adds origins, patterns too, and reads them from the environment', async () => {
    const [one] = await fix(har, {
      addOrigins: ['https://shop-*-acme.vercel.app', 'HTTPS://B.example:443/'],
      originsFromEnv: 'CORS_ORIGINS',
    })
    expect(one).toMatchObject({
      policy: { origins: [APP, 'https://shop-*-acme.vercel.app', 'https://b.example'] },
      code: expect.stringContaining('process.env.CORS_ORIGINS'),
      notes: expect.arrayContaining([expect.stringContaining(`CORS_ORIGINS=${APP},https://b.example`)]),
    })
  })

  it('makes an API public', async () => {
    const [one] = await fix(har, { public: true })
    expect(one?.policy).toMatchObject({ origins: '*', credentials: false })
  })

  it.each([
    [{ addOrigins: ['https://b.example/a'] }, /^addOrigins: `https:\/\/b\.example\/a` has a path/],
    [{ addOrigins: ['https://shop-*.vercel.app'] }, /^addOrigins: .*other people's hosts/],
    [{ originsFromEnv: 'A B' }, /^originsFromEnv: must be the name of an environment variable/],
    [{ public: true, addOrigins: ['https://b.example'] }, /^public: /],
  ])('rejects %j', async (options, message) => {
    await expect(fix(har, options)).rejects.toThrow(message)
  })

  it('takes a report instead of a recording', async () => {
    expect(await fix(await explain(har), { for: 'caddy' })).toEqual(await fix(har, { for: 'caddy' }))
  })

  it('masks secrets unless told otherwise', async () => {
    expect(JSON.stringify(await fix(har))).not.toContain('abcdefghijklmnop')
    expect(JSON.stringify(await fix(har, { showSecrets: true }))).toContain('abcdefghijklmnop')
    const report = await explain(har, { showSecrets: true })
    expect(JSON.stringify(report)).toContain('abcdefghijklmnop')
    expect(JSON.stringify(await fix(report))).not.toContain('abcdefghijklmnop')
  })

  it('asks for the kind of server where nothing shows it', async () => {
    expect(await fix(harOf(blocked()))).toMatchObject([{ type: 'undecided', target: API, candidates: [] }])
    const { response, ...rest } = blocked()
    const content = { size: 11, mimeType: 'text/plain', text: 'Bad Gateway' }
    expect(await fix(harOf({ ...rest, response: { ...response, status: 502, content } }))).toMatchObject([
      { type: 'undecided', candidates: [{ id: 'traefik', confidence: 'low' }] },
    ])
  })

  it('says why a kind of server cannot keep a policy', async () => {
    const opaque = blocked()
    const foreign = { ...opaque, request: { ...opaque.request, url: 'https://a.example/' } }
    const report = await explain(harOf(foreign))
    const [policy] = report.policies
    if (policy === undefined) throw new Error('no policy')
    const both = { ...policy.policy, origins: '*' as const, credentials: true }
    expect(await fix({ ...report, policies: [{ ...policy, policy: both }] }, { for: 'nginx' })).toMatchObject(
      [{ type: 'unsupported', why: expect.stringMatching(/credentials/) }],
    )
  })

  it('gives one per API, and only the named one with `origin`', async () => {
    const two = harOf(blocked(), blocked([], 'https://other.example'))
    const targets = async (origin?: string) =>
      (await fix(two, { for: 'deno', origin })).map(({ target }) => target)
    expect(await targets()).toEqual([API, 'https://other.example'])
    expect(await targets('https://other.example/path')).toEqual(['https://other.example'])
    const report = await explain(two)
    expect(await fix(report, { origin: API })).toMatchObject([{ target: API }])
  })

  it('is empty where nothing is blocked', async () => expect(await fix(harOf())).toEqual([]))

  it('rejects a kind of server that does not exist', async () => {
    // @ts-expect-error there is no such generator
    await expect(fix(har, { for: 'constructor' })).rejects.toThrow(
      /^for: must be one of express, .*"constructor"$/,
    )
  })
})

describe('generators', () => {
  it('says of each what it is, and writes with each', async () => {
    expect(generators.length).toBeGreaterThan(30)
    for (const { id, title, kind, docs, proof } of generators) {
      expect(title).not.toBe('')
      expect(['app', 'web server', 'cloud', 'product', 'dev server']).toContain(kind)
      expect(docs).toMatch(/^https:/)
      expect(proof).toMatch(/^(verified on|checked by syntax|not checked)/)
      expect(await fix(har, { for: id })).toMatchObject([{ generator: { id, title } }])
    }
  })
})
