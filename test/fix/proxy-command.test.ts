import { describe, expect, test } from 'vitest'
import { proxies } from '../../src/fix/proxies/index.ts'
import { whycors } from '../cli/run-whycors.ts'
import { chromeEntry, chromePreflight, harText } from '../make-har.ts'

const blocked = (url: string) => [
  chromeEntry({ url, method: 'PUT', status: 0, error: 'net::ERR_FAILED' }),
  chromePreflight({ url, method: 'PUT', asks: 'x-api-key', status: 404 }),
]
const shared = chromeEntry({
  url: 'https://api.test/ok?token=0123456789abcdef0123456789abcdef',
  at: 50,
  response: { 'Access-Control-Allow-Origin': '*' },
})
const one = { 'a.har': harText([...blocked('https://api.test/items?page=2'), shared]) }
const two = { 'a.har': harText([...blocked('https://api.test/items'), ...blocked('http://b.test/')]) }
const none = { 'a.har': harText([shared]) }

describe('whycors fix --proxy', () => {
  test.each([[['fix', '--proxy']], [['fix', 'a.har', '--proxy']], [['fix', '--proxy', '--all']]])(
    '%j names the kinds of server, and whether they serve users',
    async (args) => {
      const { code, out, err } = await whycors(args, one)
      expect({ code, err }).toEqual({ code: 0, err: '' })
      expect(out.trimEnd().split('\n')).toHaveLength(proxies.length)
      expect(out).toMatch(/^vite +Vite, development \(verified on Vite [\d.]+\)$/m)
      expect(out).toMatch(
        /^nginx-proxy-pass +Nginx proxy_pass, production too \(verified on nginx [\d.]+\)$/m,
      )
    },
  )

  test.each(proxies.map(({ id }) => id))('%s prints only the snippet, notes go elsewhere', async (id) => {
    const { code, out, err } = await whycors(['fix', 'a.har', '--proxy', id], one)
    expect(code).toBe(1)
    expect(out).toContain('https://api.test')
    expect(out).not.toMatch(/Where:|Check:|Note:/)
    expect(err).toContain('  https://api.test/items?page=2\n    -> /proxy/api.test/items?page=2\n')
    expect(err).toMatch(/^ {2}curl .*\/proxy\/api\.test\/items\?page=2'$/m)
    expect(err).toContain('The page sends `x-api-key`')
  })

  test('masks secrets in URLs', async () => {
    const { err } = await whycors(['fix', 'a.har', '--proxy', 'vite'], one)
    expect(err).toContain('/proxy/api.test/ok?token=')
    expect(err).not.toContain('0123456789abcdef')
  })

  test('names each of several APIs in a comment, or takes the one of --origin', async () => {
    const both = await whycors(['fix', 'a.har', '--proxy', 'nginx-proxy-pass'], two)
    expect(both.out).toMatch(/^# https:\/\/api\.test$/m)
    expect(both.out).toMatch(/^location \/proxy\/b\.test-80\/ \{$/m)
    const chosen = await whycors(['fix', 'a.har', '--proxy', 'vite', '--origin', 'http://b.test'], two)
    expect(chosen.out).not.toContain('api.test')
  })

  test('says so where nothing is blocked', async () =>
    expect(await whycors(['fix', 'a.har', '--proxy', 'vite'], none)).toEqual({
      code: 0,
      out: '',
      err: 'whycors: nothing to proxy: CORS blocked no request in this recording\n',
    }))

  test.each([
    [['--proxy', 'cors-anywhere'], `--proxy must be one of ${proxies.map(({ id }) => id).join(', ')}`],
    [
      ['--proxy', 'vite', '--for', 'nginx'],
      '--for changes the API and --proxy goes around it; use one of them',
    ],
  ])('%j is wrong usage', async (args, message) => {
    const { code, out, err } = await whycors(['fix', 'a.har', ...args], one)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(message)
  })

  test('wants a file, and one that can be read', async () => {
    expect((await whycors(['fix', '--proxy', 'vite'])).err).toContain('name a HAR file to fix')
    expect((await whycors(['fix', 'b.har', '--proxy', 'vite'], one)).err).toBe(
      'whycors: b.har: no such file\n',
    )
  })
})
