import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { CorsPolicy } from '../../../src/fix/policy/policy.ts'
import { settings } from '../../../src/fix/settings/index.ts'
import { plain } from '../../../src/text/plain.ts'
import { chromeEntry, type HeaderRecord } from '../../make-har.ts'
import { guessesIn } from '../fingerprints/guess-cases.ts'
import { withBody } from '../fingerprints/recorded-answers.ts'
import { policies } from '../policies.ts'

const URL_OF_API = 'https://api.example.com/items'
const withoutCredentials: CorsPolicy = {
  origins: ['https://app.example.com', 'https://admin.example.com'],
  methods: ['GET', 'PATCH'],
  headers: ['x-one', 'x-two'],
  exposed: ['X-Total'],
  credentials: false,
  maxAge: 1234,
}
const every: Readonly<Record<string, CorsPolicy>> = {
  ...policies,
  withoutCredentials,
  credentials: { ...withoutCredentials, origins: ['https://app.example.com'], credentials: true },
}

describe.each(settings.map((setting) => [setting.id, setting] as const))('%s', (id, setting) => {
  it('is in the file of its name', () =>
    expect(existsSync(new URL(`../../../src/fix/settings/${id}.ts`, import.meta.url))).toBe(true))

  it('is verified on a version if, and only if, a test runs that', () =>
    expect(existsSync(new URL(`../servers/settings/${id}.test.ts`, import.meta.url))).toBe(
      setting.proof.type === 'run',
    ))

  it.each(Object.entries(every))('writes every value of the policy %s, or says why not', (_, policy) => {
    const snippet = setting.generate(policy, URL_OF_API)
    if (snippet.type === 'unsupported') {
      expect(snippet.bug).toBeUndefined()
      expect(plain(snippet.why, (value) => value).length).toBeGreaterThan(20)
      return
    }
    // How a language quotes such values is tested with its syntax.
    if (policy === policies.hostile) return
    const said = snippet.code
    const named = policy.origins === '*' ? [] : policy.origins
    const hosts = named.map((origin) => new URL(origin).host)
    const has = (part: (typeof setting.fixed)[number], values: readonly string[]): void => {
      if (setting.fixed.includes(part)) return
      for (const value of values) expect(said.replaceAll('\\', ''), `${part} ${value}`).toContain(value)
    }
    has(
      'origins',
      id === 'appwrite' || id === 'next-dev' ? hosts.map((host) => host.split(':')[0] ?? '') : hosts,
    )
    has('methods', policy.methods)
    has('headers', policy.headers)
    if (policy.exposed.length > 0 && !EXPOSES_NOTHING.has(id)) has('exposed', policy.exposed)
    // What the product decides by itself is said.
    const notes = snippet.notes.map((note) => plain(note, (value) => value)).join('\n')
    if (setting.fixed.length > 0) expect(notes).toContain('decides by itself')
    expect(plain(snippet.where, (value) => value)).toMatch(/restart|deployment/i)
  })

  it('gives credentials to nobody that the policy doesn’t give them to', () => {
    const snippet = setting.generate(withoutCredentials, URL_OF_API)
    if (snippet.type === 'unsupported' || setting.fixed.includes('credentials')) return
    expect(snippet.code).not.toMatch(
      /credentials\W{1,4}(true|True)|\.AllowCredentials\(\)|--allow-credentials/i,
    )
  })

  it('never writes a hostile value so that it ends its string', () => {
    const hostile = { ...withoutCredentials, methods: ['GET', "X'Y"], headers: ["x'`$y"] }
    const snippet = setting.generate(hostile, URL_OF_API)
    if (snippet.type === 'unsupported' || setting.syntax.comment === '' || setting.fixed.includes('methods'))
      return
    expect(snippet.code).not.toContain("'X'Y'")
  })
})

/** Settings that list no exposed headers, which is one of their limits. */
const EXPOSES_NOTHING = new Set([
  ...[
    'keycloak',
    'auth0',
    'okta',
    'cloud-run',
    'hasura',
    'pocketbase',
    'appwrite',
    'n8n',
    'minio',
    'azure-web-apps',
  ],
  ...['ollama', 'lm-studio', 'llama-cpp', 'open-webui', 'jupyter', 'next-dev', 'angular', 'vllm'],
])

const at = (url: string, response: HeaderRecord = {}, status = 200) => [
  chromeEntry({ url, response, status }),
]

const originIn = ([entry]: readonly object[]): string =>
  new URL((entry as { readonly request: { readonly url: string } }).request.url).origin

/** A response that shows each product, and one that almost does. */
const SHOWN: Readonly<
  Record<(typeof settings)[number]['id'], readonly [readonly object[], readonly object[]]>
> = {
  keycloak: [at('https://sso.test/realms/shop/protocol/openid-connect/token'), at('https://sso.test/realms')],
  auth0: [at('https://acme.eu.auth0.com/oauth/token'), at('https://auth0.test/oauth/token')],
  okta: [at('https://acme.okta.com/api/v1/users'), at('https://okta.test/api/v1/users')],
  supabase: [at('https://x.supabase.co/functions/v1/hello'), at('https://x.test/functions/v2/hello')],
  'cloud-run': [
    at('https://a-b.a.run.app/', { Server: 'Google Frontend' }),
    at('https://a.test/', { Server: 'Google Frontend' }),
  ],
  hasura: [at('https://h.test/v1/graphql'), at('https://h.test/graphql')],
  strapi: [at('https://s.test/api/a', { 'X-Powered-By': 'Strapi <strapi.io>' }), at('https://s.test/api/a')],
  wordpress: [
    at('https://w.test/wp-json/wp/v2/posts', { Link: '<https://w.test/wp-json/>; rel="https://api.w.org/"' }),
    at('https://w.test/json', { Link: '</a>; rel="next"' }),
  ],
  directus: [at('https://d.test/items/a', { 'X-Powered-By': 'Directus' }), at('https://d.test/items/a')],
  pocketbase: [at('https://p.test/api/collections/posts/records'), at('https://p.test/api/collections')],
  appwrite: [at('https://a.test/v1/account', { 'X-Appwrite-Id': '1' }), at('https://a.test/v1/account')],
  n8n: [at('https://n.test/webhook/1-2'), at('https://n.test/webhooks/1')],
  elasticsearch: [
    at('https://e.test/_search', { 'X-elastic-product': 'Elasticsearch' }),
    at('https://e.test/_search'),
  ],
  minio: [at('https://m.test/b/k', { Server: 'MinIO' }), at('https://m.test/b/k', { Server: 'AmazonS3' })],
  r2: [at('https://a.r2.cloudflarestorage.com/k'), at('https://r2.test/k')],
  'azure-blob': [at('https://a.blob.core.windows.net/c/k'), at('https://blob.test/k')],
  'azure-web-apps': [at('https://a.azurewebsites.net/items'), at('https://azurewebsites.test/items')],
  apim: [at('https://a.azure-api.net/items'), at('https://azure-api.test/items')],
  ollama: [at('http://localhost:11434/api/chat'), at('http://localhost:8080/chat')],
  'lm-studio': [at('http://localhost:1234/v1/models'), at('http://localhost:4321/v1/x')],
  vllm: [
    at('https://v.test/v1/chat/completions', { Server: 'uvicorn' }),
    at('https://v.test/v1/chat/completions'),
  ],
  'llama-cpp': [
    at('http://localhost:8080/completion', { Server: 'llama.cpp' }),
    at('http://localhost:8080/completion'),
  ],
  'open-webui': [at('https://o.test/api/v1/auths'), at('https://o.test/api/v2/auths')],
  jupyter: [at('https://j.test/api/contents/a.ipynb'), at('https://j.test/api/content')],
  grafana: [
    at('https://g.test/api/ds/query', { 'Set-Cookie': 'grafana_session=1' }),
    at('https://g.test/api/a'),
  ],
  kong: [
    at('https://k.test/', { 'X-Kong-Response-Latency': '1' }),
    at('https://k.test/', { 'X-Response-Time': '1' }),
  ],
  vite: [at('http://localhost:5173/api/a'), at('http://localhost:5174/api/a')],
  'webpack-dev-server': [
    [withBody(chromeEntry({ url: 'http://a.test/', status: 403 }), 'Invalid Host header')],
    [withBody(chromeEntry({ url: 'http://a.test/', status: 403 }), 'Invalid header')],
  ],
  angular: [at('http://localhost:4200/api/a'), at('http://localhost:4201/api/a')],
  'next-dev': [at('http://localhost:3000/_next/static/a.js'), at('http://localhost:3000/next/a.js')],
  nitro: [at('http://localhost:3000/api/a', { 'X-Powered-By': 'Nuxt' }), at('http://localhost:3000/api/a')],
  wrangler: [at('http://localhost:8787/a'), at('https://a.test:8787/a')],
  'socket-io': [at('https://s.test/socket.io/?EIO=4&transport=polling'), at('https://s.test/socket.io.js')],
  signalr: [at('https://s.test/chat/negotiate?negotiateVersion=1'), at('https://s.test/chat/negotiated')],
  iis: [
    at('https://i.test/', { Server: 'Microsoft-IIS/10.0' }),
    at('https://i.test/', { Server: 'Kestrel' }),
  ],
  'mcp-server': [at('https://m.test/mcp'), at('https://m.test/mcp/tools')],
}

describe('a product is recognized', () => {
  it.each(Object.entries(SHOWN))('%s', (id, [shows, nearMiss]) => {
    const ids = (entries: readonly object[]) =>
      guessesIn(entries, originIn(entries)).map(({ framework }) => framework)
    expect(ids(shows)).toContain(id)
    expect(ids(nearMiss)).not.toContain(id)
  })

  it('rather than what it runs on', () =>
    expect(
      guessesIn(at('https://s.test/socket.io/?EIO=4', { 'X-Powered-By': 'Express' }), 'https://s.test').map(
        ({ framework }) => framework,
      ),
    ).toEqual(['socket-io']))
})
