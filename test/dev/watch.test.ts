import { createServer, type RequestListener, request as send } from 'node:http'
import { connect, createServer as createHttp2Server } from 'node:http2'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type DevOptions, watch } from '../../src/dev/index.ts'
import { listening, preflight, type SentRequest, sendAsChromium } from './send-as-chromium.ts'

const PAGE = 'http://localhost:5173'

const put: SentRequest = { method: 'PUT', headers: { Origin: PAGE } }
const get: SentRequest = { method: 'GET', headers: { Origin: PAGE } }

afterEach(() => vi.unstubAllEnvs())

/** Returns what is printed while a watched server gets requests. */
async function printed(
  listener: RequestListener,
  requests: readonly SentRequest[],
  options: DevOptions = {},
): Promise<readonly string[]> {
  const texts: string[] = []
  const server = await listening(createServer(listener))
  const stop = watch(server, { log: (text) => void texts.push(text), color: false, ...options })
  await sendAsChromium(server, requests)
  await new Promise((resolve) => setTimeout(resolve, 120))
  stop()
  server.close()
  return texts
}

const nothing: RequestListener = (_request, response) => void response.end('ok')
const allowing =
  (headers: Record<string, string>): RequestListener =>
  (_request, response) =>
    void response.writeHead(200, headers).end('ok')

describe('a watched server', () => {
  it('says why a browser blocks the response, what comes next, and the configuration that fixes it', async () => {
    const [text = '', ...others] = await printed(nothing, [preflight(PAGE, 'PUT', 'x-api-key')])
    expect(others).toEqual([])
    expect(text).toContain('whycors: browsers block a response of this server')
    expect(text).toMatch(/1\. ✗ PUT http:\/\/127\.0\.0\.1:\d+\/items +blocked/)
    expect(text).toContain('Access-Control-Allow-Origin')
    expect(text).toContain("You'd hit these next")
    expect(text).toContain('In Node.js http without a framework')
    expect(text).toContain("'PUT'")
    expect(text).toContain('x-api-key')
  })

  it('says with the first problem what a server can’t see', async () => {
    const [first = '', second = ''] = await printed(
      (request, response) =>
        void response
          .writeHead(200, { 'Access-Control-Allow-Origin': request.url === '/a' ? 'null' : 'https://b.test' })
          .end(),
      [
        { ...get, path: '/a' },
        { ...get, path: '/b' },
      ],
    )
    expect(first.replace(/\s+/g, ' ')).toContain(
      'A server sees the credentials mode only if cookies come with the request.',
    )
    expect(second).toContain('2. ✗ GET')
    expect(second).not.toContain('credentials mode only')
  })

  it('says each problem once, however many requests have it', async () => {
    const texts = await printed(nothing, [get, get, { ...get, path: '/orders' }, get])
    expect(texts).toHaveLength(1)
  })

  it('is silent on what browsers allow', async () => {
    const headers = {
      'Access-Control-Allow-Origin': PAGE,
      'Access-Control-Allow-Methods': 'PUT',
      'Access-Control-Allow-Credentials': 'true',
    }
    expect(await printed(allowing(headers), [preflight(PAGE, 'PUT'), put, get])).toEqual([])
  })

  it('reads headers from setHeader() and from writeHead(), repeated ones too', async () => {
    const [text = ''] = await printed(
      (_request, response) => {
        response.setHeader('Access-Control-Allow-Origin', [PAGE, PAGE])
        response.writeHead(200, { 'X-Other': '1' }).end()
      },
      [get],
    )
    expect(text.replace(/\s+/g, ' ')).toContain('The response has `Access-Control-Allow-Origin` twice')
  })

  it('judges a stream that the page ends, before it is over', async () => {
    const texts: string[] = []
    const server = await listening(
      createServer((_request, response) => {
        response.writeHead(200, { 'Content-Type': 'text/event-stream' })
        response.write('data: 1\n\n')
      }),
    )
    watch(server, { log: (text) => void texts.push(text), color: false })
    const { port } = server.address() as AddressInfo
    await new Promise<void>((resolve) => {
      const stream = send({ host: '127.0.0.1', port, headers: { Origin: PAGE } }, (response) => {
        response.destroy()
        resolve()
      })
      stream.end()
    })
    await vi.waitFor(() => expect(texts).toHaveLength(1), 5000)
    server.close()
  })

  it.each([
    ['a request of the same site that a proxy forwards', { 'Sec-Fetch-Site': 'same-origin' }],
    ['a page that is opened by a form', { 'Sec-Fetch-Mode': 'navigate' }],
    ['a request in mode no-cors', { 'Sec-Fetch-Mode': 'no-cors' }],
    ['a request to the host that a proxy forwarded', { 'X-Forwarded-Host': 'localhost:5173' }],
  ])('is silent on %s', async (_what, headers) => {
    expect(await printed(nothing, [{ ...get, headers: { ...get.headers, ...headers } }])).toEqual([])
  })

  it('changes no response', async () => {
    const bytes = async (watched: boolean): Promise<string> => {
      const server = await listening(
        createServer((_request, response) => {
          response.sendDate = false
          response.setHeader('X-B', ['1', '2'])
          response.writeHead(403, 'No Entry', { 'x-A': 'ä' }).end('no')
        }),
      )
      if (watched) watch(server, { log: () => undefined })
      const { port } = server.address() as AddressInfo
      const text = await new Promise<string>((resolve) => {
        send({ host: '127.0.0.1', port, agent: false, headers: { Origin: PAGE } }, (response) => {
          let body = ''
          response.setEncoding('latin1').on('data', (part: string) => {
            body += part
          })
          response.on('end', () =>
            resolve([response.statusCode, response.statusMessage, response.rawHeaders, body].join('\n')),
          )
        }).end()
      })
      server.close()
      return text
    }
    expect(await bytes(true)).toBe(await bytes(false))
  })

  it('is not watched in production, and no longer once that is ended', async () => {
    vi.stubEnv('NODE_ENV', 'production')
    const server = createServer(nothing)
    watch(server)
    expect(server.listenerCount('request')).toBe(1)
    vi.stubEnv('NODE_ENV', 'development')
    const stop = watch(server)
    expect(server.listenerCount('request')).toBe(2)
    stop()
    expect(server.listenerCount('request')).toBe(1)
  })

  it('writes for the kind of server that somebody names', async () => {
    const [text = ''] = await printed(nothing, [get], { for: 'fastify' })
    expect(text).toContain('In Fastify')
  })

  it('masks what is secret', async () => {
    const [text = ''] = await printed(nothing, [
      {
        ...get,
        path: '/items?access_token=f3a91c77d2b84e05',
        headers: { ...get.headers, Cookie: 'sid=s3cr3tvalue77' },
      },
    ])
    expect(text).toContain('✗ GET')
    expect(text).not.toMatch(/f3a91c77d2b84e05|s3cr3tvalue77/)
  })
})

it('watches HTTP/2 as well, without a warning of Node', async () => {
  const warnings: Error[] = []
  const note = (warning: Error): void => void warnings.push(warning)
  process.on('warning', note)
  const texts: string[] = []
  const server = createHttp2Server((_request, response) => {
    response.writeHead(200, { 'Access-Control-Allow-Origin': 'https://a.test' })
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  watch(server, { log: (text) => void texts.push(text), color: false })
  const client = connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const stream = client.request({ ':path': '/items', origin: PAGE })
  stream.resume()
  await new Promise((resolve) => stream.on('close', resolve))
  await vi.waitFor(() => expect(texts).toHaveLength(1), 5000)
  client.close()
  server.close()
  process.off('warning', note)
  expect(warnings).toEqual([])
  expect(texts[0]).toMatch(/✗ GET http:\/\/127\.0\.0\.1:\d+\/items/)
  expect(texts[0]).toContain('`https://a.test`')
})
