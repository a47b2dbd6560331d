import { existsSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { proxies } from '../../../src/fix/proxies/index.ts'
import { prefixOf } from '../../../src/fix/proxies/prefix-of.ts'
import type { ProxiedApi } from '../../../src/fix/proxies/proxied-api.ts'
import type { ProxyKind, ProxySnippet } from '../../../src/fix/proxies/proxy.ts'
import { plain } from '../../../src/text/plain.ts'

const API: ProxiedApi = {
  target: 'https://api.example.com',
  urls: ['https://api.example.com/v1/items?page=2&q=a%20b', 'https://api.example.com/v1/items/7'],
  page: 'http://localhost:5173',
  credentials: false,
  headers: [],
}
const snippetOf = (proxy: ProxyKind, part: Partial<ProxiedApi> = {}): ProxySnippet => {
  const snippet = proxy.generate({ ...API, ...part })
  if (snippet.type === 'unsupported') throw new Error(JSON.stringify(snippet.why))
  return snippet
}
const notesOf = (proxy: ProxyKind, part: Partial<ProxiedApi> = {}): string =>
  snippetOf(proxy, part)
    .notes.map((note) => plain(note, (value) => value))
    .join('\n')

const hosts = fc.stringMatching(/^[a-z0-9_-]{1,12}(\.[a-z0-9_-]{1,12}){0,3}\.?$/)
const targets = fc
  .tuple(
    fc.constantFrom('http', 'https'),
    hosts,
    fc.option(fc.integer({ min: 1, max: 65535 }), { nil: null }),
  )
  .map(([scheme, host, port]) => `${scheme}://${host}${port === null ? '' : `:${port}`}`)
  .filter((target) => URL.canParse(target) && new URL(target).origin === target)

describe.each(proxies.map((proxy) => [proxy.id, proxy] as const))('%s', (id, proxy) => {
  test('is the only one of its name, in a file of that name, with a test that runs it', () => {
    expect(proxies.filter((other) => other.id === id)).toHaveLength(1)
    expect(existsSync(new URL(`../../../src/fix/proxies/${id}.ts`, import.meta.url))).toBe(true)
    expect(proxy.proof.type).toBe('run')
    expect(existsSync(new URL(`../proxies/${id}.test.ts`, import.meta.url))).toBe(true)
  })

  test.each([false, true])('is written as before, with cookies: %s', async (credentials) =>
    expect(snippetOf(proxy, { credentials }).code).toMatchFileSnapshot(
      `golden/${credentials ? 'cookies' : 'plain'}/${id}`,
    ),
  )

  test.each([
    ['no URL', 'nowhere'],
    ['no scheme of the web', 'file://api.example.com'],
    ['no origin', 'null'],
    ['a path', 'https://api.example.com/v1'],
    ['a host that ends a string', `https://a";b.example`],
    ['a host that ends the other string', `https://a');b.example`],
    ['a host with a variable', 'https://a$host.example'],
    ['a host with a block', 'https://a{b}.example'],
    ['a line', 'https://a.example\nb'],
    ['a user name', 'https://user@a.example'],
  ])('refuses %s', (_, target) =>
    expect(proxy.generate({ ...API, target, urls: [`${target}/`] }).type).toBe('unsupported'),
  )

  test('says for each URL what the page asks instead', () =>
    expect(snippetOf(proxy).moved).toEqual([
      {
        from: 'https://api.example.com/v1/items?page=2&q=a%20b',
        to: '/proxy/api.example.com/v1/items?page=2&q=a%20b',
      },
      { from: 'https://api.example.com/v1/items/7', to: '/proxy/api.example.com/v1/items/7' },
    ]))

  test('takes nothing of a URL but its origin into the configuration', () =>
    fc.assert(
      fc.property(fc.webPath(), fc.string(), (path, query) => {
        const urls: ProxiedApi['urls'] = [`${API.target}${path}x?${query}'"\`$\{}\n#`]
        expect(snippetOf(proxy, { urls }).code).toBe(snippetOf(proxy, { urls: [`${API.target}/x`] }).code)
      }),
    ))

  test('quotes its check for the shell, and asks the page where it is', () => {
    const urls: ProxiedApi['urls'] = [`https://api.example.com/it's?$(id)`]
    const page = 'http://localhost:4321'
    expect(snippetOf(proxy, { urls, page }).check[0]?.command).toContain(
      `'http://localhost:4321/proxy/api.example.com/it'\\''s?$(id)'`,
    )
    expect(snippetOf(proxy, { page: 'null' }).check[0]?.command).toContain(`'${proxy.address}/proxy/`)
  })

  test('keeps cookies apart unless the requests need them', () => {
    expect(snippetOf(proxy).code).toMatch(/cookie/i)
    expect(notesOf(proxy)).toContain(
      proxy.filtersResponses
        ? "Cookies aren't passed in either direction"
        : "Your site's cookies aren't passed on",
    )
    expect(notesOf(proxy, { credentials: true })).toContain('Path=/')
  })

  test('a key in the page is better kept by the proxy, and other headers are no keys', () => {
    expect(notesOf(proxy, { headers: ['content-type', 'x-api-key'] })).toMatch(/sends `x-api-key`.*x-api-key/)
    expect(notesOf(proxy, { headers: ['content-type', 'x-keyboard', "x-'key"] })).not.toContain(
      'The page sends',
    )
  })

  test('says whether it is for production', () =>
    expect(notesOf(proxy)).toContain(
      proxy.serves === 'developers' ? 'This works during development' : 'Everyone who reaches your site',
    ))
})

test('no two APIs share a path', () => {
  const same = ['http://a.example', 'https://a.example', 'https://a.example:8443', 'http://a.example:8080']
  expect(new Set(same.map(prefixOf)).size).toBe(same.length)
  expect(prefixOf('http://[2001:db8::1]:8080')).toBe('/proxy/-2001-db8--1--8080')
})

test('the path is one that no configuration reads as anything else', () =>
  fc.assert(
    fc.property(targets, (target) => {
      expect(prefixOf(target)).toMatch(/^\/proxy\/[a-z0-9._-]+$/)
    }),
  ))

test('JavaScript reads target and path back byte for byte', () =>
  fc.assert(
    fc.property(targets, (target) => {
      const [vite] = proxies
      const written = snippetOf(vite, { target, urls: [`${target}/`] }).code
      const given = new Function(
        'defineConfig',
        written.replace(/^import .*$/m, '').replace('export default', 'return'),
      )((config: unknown) => config)
      const entries = Object.entries(
        given.server.proxy as Record<string, { target: string; rewrite: Rewrite }>,
      )
      expect(entries.map(([key]) => key)).toEqual([`${prefixOf(target)}/`])
      expect(entries[0]?.[1].target).toBe(target)
      expect(entries[0]?.[1].rewrite(`${prefixOf(target)}/a?b`)).toBe('/a?b')
    }),
  ))

type Rewrite = (path: string) => string
