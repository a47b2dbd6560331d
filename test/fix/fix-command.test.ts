import { describe, expect, test } from 'vitest'
import { generators } from '../../src/fix/generators/index.ts'
import { writers } from '../../src/fix/writers.ts'
import { whycors } from '../cli/run-whycors.ts'
import { chromeEntry, chromePreflight, harText } from '../make-har.ts'

const blocked = (url: string) => [
  chromeEntry({ url, method: 'PUT', status: 0, error: 'net::ERR_FAILED' }),
  chromePreflight({ url, method: 'PUT', asks: 'x-api-key', status: 404 }),
]
const one = { 'a.har': harText(blocked('https://api.test/items')) }
const two = { 'a.har': harText([...blocked('https://api.test/items'), ...blocked('https://b.test/')]) }
const none = { 'a.har': harText([chromeEntry({ response: { 'Access-Control-Allow-Origin': '*' } })]) }

describe('whycors fix', () => {
  test('without --for names the kinds of server', async () => {
    const { code, out, err } = await whycors(['fix'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const named = [...out.matchAll(/^ {2}([a-z0-9-]+) {2}/gm)].map(([, id]) => id)
    expect(named.toSorted()).toEqual(writers.map(({ id }) => id).toSorted())
    expect(out).toMatch(/^Web servers and proxies\n {2}nginx +Nginx \(verified on nginx [\d.]+\)$/m)
    expect(out).toMatch(/^ {2}keycloak +Keycloak \(not checked by a program: it follows the vendor/m)
  })

  test('says what cannot be written, and prints nothing else', async () => {
    const { code, out, err } = await whycors(['fix', 'a.har', '--for', 'firebase-hosting'], one)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(/^whycors: no configuration for https:\/\/api\.test: Firebase Hosting serves files/m)
  })

  test('asks which of two APIs is meant where the file has no comments to name them', async () => {
    const { code, out, err } = await whycors(['fix', 'a.har', '--for', 'aws-s3'], two)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('https://b.test')
  })

  test.each(generators.map(({ id }) => id).filter((id) => id !== 'firebase-hosting'))(
    '--for %s prints only the snippet, notes go elsewhere',
    async (id) => {
      const { code, out, err } = await whycors(['fix', 'a.har', '--for', id], one)
      expect(code).toBe(1)
      expect(out).toContain('https://app.example')
      expect(out).not.toMatch(/Where:|Check:|Note:/)
      expect(err).toMatch(/^Where: /m)
      expect(err).toMatch(/^ {2}curl .*'https:\/\/api\.test\/items'$/m)
    },
  )

  const known = (server: string, url: string) => [
    chromeEntry({ url, method: 'PUT', status: 0, error: 'net::ERR_FAILED' }),
    chromePreflight({ url, method: 'PUT', asks: 'x-api-key', status: 404, response: { Server: server } }),
  ]

  test('without --for writes for what the responses show, and says why and how to choose another', async () => {
    const file = { 'a.har': harText(known('nginx/1.25.3', 'https://api.test/items')) }
    const { code, out, err } = await whycors(['fix', 'a.har'], file)
    expect(code).toBe(1)
    expect(out).toBe((await whycors(['fix', 'a.har', '--for', 'nginx'], file)).out)
    expect(err).toMatch(
      /^Written for nginx: The server looks like Nginx \(`Server: nginx\/1\.25\.3`\)\.\nChoose another with --for NAME; `whycors fix` lists them\.$/m,
    )
  })

  test('without --for writes each of several APIs for its own server', async () => {
    const file = harText([
      ...known('nginx', 'https://api.test/items'),
      ...known('uvicorn', 'https://b.test/items'),
    ])
    const { code, out } = await whycors(['fix', 'a.har'], { 'a.har': file })
    expect(code).toBe(1)
    expect(out).toMatch(
      /^# https:\/\/api\.test$[\s\S]*add_header[\s\S]*^# https:\/\/b\.test$[\s\S]*CORSMiddleware/m,
    )
  })

  test('without --for prints nothing where no server shows, and says what there is to choose from', async () => {
    const { code, out, err } = await whycors(['fix', 'a.har'], one)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(
      "The responses of https://api.test don't show what server it is.\nChoose a server with --for NAME; `whycors fix` lists them.",
    )
  })

  test('without --for takes no mere possibility for a server', async () => {
    const file = { 'a.har': harText(known('gunicorn/20.1', 'https://api.test/items')) }
    const { code, out, err } = await whycors(['fix', 'a.har'], file)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('The server may be Flask (`Server: gunicorn/20.1`). It could also be Django.')
  })

  test('says so where nothing is blocked', async () =>
    expect(await whycors(['fix', 'a.har', '--for', 'nginx'], none)).toEqual({
      code: 0,
      out: '',
      err: 'whycors: nothing to fix: CORS blocked no request in this recording\n',
    }))

  test('names each of several APIs in a comment, or takes the one of --origin', async () => {
    const both = await whycors(['fix', 'a.har', '--for', 'nginx'], two)
    expect(both.out).toMatch(/^# https:\/\/api\.test$/m)
    expect(both.out).toMatch(/^# https:\/\/b\.test$/m)
    expect(both.err.match(/^Where: /gm)).toHaveLength(1)
    const chosen = await whycors(['fix', 'a.har', '--for', 'nginx', '--origin', 'https://b.test/x'], two)
    expect(chosen.out).toMatch(/^# In http/)
    expect(chosen.err).toContain("'https://b.test/'")
  })

  test('writes one file only where a line before it would be sent to the browser', async () => {
    const both = await whycors(['fix', 'a.har', '--for', 'php'], two)
    expect([both.code, both.out]).toEqual([2, ''])
    expect(both.err).toContain('--origin https://b.test')
    const chosen = await whycors(['fix', 'a.har', '--for', 'php', '--origin', 'https://b.test/'], two)
    expect(chosen.out).toMatch(/^<\?php\n/)
  })

  test('says who asked for what, and that they would all be served', async () => {
    const { err } = await whycors(['fix', 'a.har', '--for', 'nginx'], one)
    expect(err).toContain('With this policy, Chrome, Firefox and Safari would all allow the request.')
    expect(err).toMatch(/^ {2}PUT +PUT \/items \(entry 0\)$/m)
    const edit = ['--policy', 'methods=PATCH']
    const edited = await whycors(['fix', 'a.har', '--for', 'nginx', ...edit], one)
    expect(edited.err).toContain('Chrome, Firefox and Safari would all allow 0 of 1 requests')
    expect(edited.err).toMatch(/^ {2}PATCH +no request in this recording$/m)
  })

  test('writes the policy that the user wants instead', async () => {
    const policy =
      'origins=https://x.example,https://y.example,methods=GET,exposed=X-N,credentials=true,max-age=60'
    const { out } = await whycors(['fix', 'a.har', '--for', 'express', '--policy', policy], one)
    expect(out).toContain("origin: ['https://x.example', 'https://y.example'],")
    expect(out).toContain("allowedHeaders: ['x-api-key'],")
    expect(out).toContain('credentials: true,')
    expect(out).toContain('maxAge: 60,')
  })

  test('--origins-from-env reads the origins from a variable, and says what to set', async () => {
    const { code, out, err } = await whycors(
      ['fix', 'a.har', '--for', 'koa', '--origins-from-env', 'CORS_ORIGINS'],
      one,
    )
    expect(code).toBe(1)
    expect(out).toContain('process.env.CORS_ORIGINS')
    expect(out).not.toContain('https://app.example')
    expect(err).toMatch(/^Note: Set `CORS_ORIGINS=https:\/\/app\.example` where the server starts/m)
  })

  test('--origins-from-env says where configuration cannot read one', async () => {
    const { code, out, err } = await whycors(
      ['fix', 'a.har', '--for', 'aws-s3', '--origins-from-env', 'CORS_ORIGINS'],
      one,
    )
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain("can't read its origins from an environment variable")
  })

  test('--public allows every website, without credentials', async () => {
    const { code, out, err } = await whycors(['fix', 'a.har', '--for', 'express', '--public'], one)
    expect(code).toBe(1)
    expect(out).toContain("origin: '*',")
    expect(out).not.toContain('credentials')
    expect(err).toMatch(/^Note: Every website may read these responses\.$/m)
  })

  test('--policy origins+= adds to those that were seen, patterns too', async () => {
    const { out } = await whycors(
      [
        ...['fix', 'a.har', '--for', 'express', '--policy'],
        'origins+=https://shop-*-acme.vercel.app,HTTPS://B.example:443/',
      ],
      one,
    )
    expect(out).toContain("'https://app.example'")
    expect(out).toContain("'https://b.example'")
    expect(out).toContain('/^https:\\/\\/shop-[a-z0-9-]+-acme\\.vercel\\.app$/')
  })

  test('says what can break before where it goes and how to check it', async () => {
    const { err } = await whycors(['fix', 'a.har', '--for', 'nginx'], one)
    const first = (word: string): number => err.search(new RegExp(`\\n${word}( \\(\\w+\\))?: `))
    expect(first('Note')).toBeGreaterThan(0)
    expect(first('Where')).toBeGreaterThan(first('Note'))
    expect(first('Remove first')).toBeGreaterThan(first('Where'))
    expect(first('Check')).toBeGreaterThan(first('Remove first'))
  })

  test.each([
    [['--for', 'koa', '--origins-from-env', 'A-B'], 'must be the name of an environment variable'],
    [['--for', 'koa', '--origins-from-env', 'A', '--public'], '--public allows every website'],
    [['--for', 'koa', '--public', '--policy', 'origins+=https://b.example'], '--policy must name neither'],
    [['--for', 'koa', '--policy', 'origins+=https://*.vercel.app'], 'every host below `vercel.app`'],
    [['--for', 'apache1'], `--for can't be "apache1"; did you mean apache?`],
    [['--for', 'nginx', '--policy', 'origins=https://x.example/a'], '`https://x.example/a` has a path'],
    [['--for', 'nginx', '--policy', 'origins=null'], "`null` can't be allowed"],
    [['--for', 'nginx', '--policy', 'origins=*,credentials=true'], "can't be combined with credentials"],
    [['--for', 'nginx', '--policy', 'headers=x-$host'], 'cannot escape'],
    [['--for', 'nginx', '--policy', 'colour=red'], 'should begin with `origins=`'],
  ])('%j is wrong usage', async (args, message) => {
    const { code, out, err } = await whycors(['fix', 'a.har', ...args], one)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(message)
  })

  test('wants a file, and one that can be read', async () => {
    expect(await whycors(['fix', '--for', 'nginx'])).toMatchObject({ code: 2, out: '' })
    expect((await whycors(['fix', 'b.har', '--for', 'nginx'], one)).err).toBe(
      'whycors: b.har: no such file\n',
    )
  })

  test('says what only the page can change, and prints nothing', async () => {
    const file = harText([
      chromeEntry({ page: 'null', request: { Origin: 'null' }, error: 'net::ERR_FAILED' }),
    ])
    const { code, out, err } = await whycors(['fix', 'a.har', '--for', 'nginx'], { 'a.har': file })
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain('In the page: ')
    expect(err).toContain('No server configuration would help.')
  })
})
