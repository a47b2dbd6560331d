import { createSecureServer, type ServerHttp2Stream } from 'node:http2'
import type { AddressInfo, Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import type { NetworkFault, SendOptions, WireRequest, WireResponse } from '../../src/check/wire.ts'
import { makeSend } from '../../src/network/send-over-network.ts'
import { createCertificate } from '../engines/lab/certificate.ts'
import { type RawServer, rawServer } from './raw-server.ts'

const servers: { readonly close: () => unknown }[] = []
afterEach(async () => {
  for (const one of servers.splice(0)) await one.close()
})

const serve = async (...args: Parameters<typeof rawServer>): Promise<RawServer> => {
  const server = await rawServer(...args)
  servers.push(server)
  return server
}

const OPTIONS: SendOptions = { timeout: 5000, insecure: false }

const send = async (
  port: number,
  request: Partial<WireRequest>,
  options: Partial<SendOptions> = {},
): Promise<WireResponse | NetworkFault> =>
  await makeSend({ resolve: () => ({ host: '127.0.0.1', port }) })(
    { method: 'GET', url: 'http://api.example.test/a?b=c', headers: [], body: null, ...request },
    { ...OPTIONS, ...options },
  )

const responding = (text: string) => (socket: Socket) => void socket.end(text, 'latin1')
const OK = 'HTTP/1.1 200 Fine\r\nX-A: 1\r\nx-a: \xe9\r\n\r\nbody'

describe('the bytes', () => {
  test('are the names, the case and the order that were asked for', async () => {
    const server = await serve(responding(OK))
    const headers = [
      ['User-Agent', 'me'],
      ['access-control-request-METHOD', 'patch'],
      ['Connection', 'keep-alive'],
      ['Priority', 'u=4'],
    ] as const
    await send(server.port, { method: 'OPTIONS', headers })
    expect(server.received()).toBe(
      'OPTIONS /a?b=c HTTP/1.1\r\nHost: api.example.test\r\nUser-Agent: me\r\naccess-control-request-METHOD: patch\r\nConnection: keep-alive\r\nPriority: u=4\r\n\r\n',
    )
  })

  test.each([
    [
      'patch',
      'abc',
      'patch /a?b=c HTTP/1.1\r\nHost: api.example.test\r\nConnection: keep-alive\r\nContent-Length: 3\r\n\r\nabc',
    ],
    ['PURGE', null, 'PURGE /a?b=c HTTP/1.1\r\nHost: api.example.test\r\nConnection: keep-alive\r\n\r\n'],
    ['DELETE', null, 'DELETE /a?b=c HTTP/1.1\r\nHost: api.example.test\r\nConnection: keep-alive\r\n\r\n'],
  ])('of %s have nothing that nobody asked for', async (method, body, expected) => {
    const server = await serve(responding(OK))
    await send(server.port, { method, body: body === null ? null : new TextEncoder().encode(body) })
    expect(server.received()).toBe(expected)
  })

  test('may have Host elsewhere', async () => {
    const server = await serve(responding(OK))
    await send(server.port, {
      headers: [
        ['Accept', '*/*'],
        ['Host', 'api.example.test'],
      ],
    })
    expect(server.received()).toMatch(
      /^GET \/a\?b=c HTTP\/1\.1\r\nConnection: keep-alive\r\nAccept: \*\/\*\r\nHost: api/,
    )
  })
})

describe('the response', () => {
  test('has its headers line by line, and a redirect is not followed', async () => {
    const server = await serve(
      responding('HTTP/1.1 302 Found\r\nLocation: /x\r\nX-A: 1\r\nx-a: \xe9\r\n\r\n'),
    )
    expect(await send(server.port, {})).toMatchObject({
      status: 302,
      statusText: 'Found',
      httpVersion: 'HTTP/1.1',
      headers: [
        ['Location', '/x'],
        ['X-A', '1'],
        ['x-a', '\xe9'],
      ],
    })
  })

  test('of 100 MB is read for 3 kB', async () => {
    let written = 0
    const piece = Buffer.alloc(1 << 20, 'x')
    const server = await serve((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      const more = (): void => {
        while (written < 100 << 20) {
          written += piece.length
          if (!socket.write(piece)) return void socket.once('drain', more)
        }
        socket.end()
      }
      more()
    })
    const response = await send(server.port, {})
    expect('status' in response && response.body.length).toBe(3072)
    expect(written).toBeLessThan(20 << 20)
  })

  test('that never ends is there all the same', async () => {
    const server = await serve((socket) => void socket.write('HTTP/1.1 200 OK\r\n\r\nx'))
    const response = await send(server.port, {}, { timeout: 300 })
    expect('status' in response && [response.status, response.body.length]).toEqual([200, 1])
  })

  test('is unpacked as far as it is read', async () => {
    const packed = gzipSync('<html>blocked by a firewall'.repeat(500))
    const server = await serve((socket) => {
      socket.write('HTTP/1.1 403 No\r\nContent-Encoding: gzip\r\n\r\n')
      socket.end(packed.subarray(0, 60))
    })
    const response = await send(server.port, {})
    expect('status' in response && new TextDecoder().decode(response.body)).toMatch(
      /^<html>blocked by a firewall/,
    )
  })

  test('may have headers that strict parsers refuse', async () => {
    const server = await serve(
      responding('HTTP/1.1 200 OK\r\nX-A: a\x01b\r\nAccess-Control-Allow-Origin: *\r\n\r\n'),
    )
    expect(await send(server.port, {})).toMatchObject({ status: 200 })
  })
})

describe('faults', () => {
  const certificate = createCertificate(['*.example.test'])
  const faults: readonly [string, (socket: Socket) => void, Partial<SendOptions>, NetworkFault][] = [
    [
      'a closed connection',
      (socket) => socket.destroy(),
      {},
      { fault: 'closed', message: expect.stringMatching(/^api\.example\.test closed the connection/) },
    ],
    [
      'silence',
      () => undefined,
      { timeout: 200 },
      { fault: 'timeout', message: "api.example.test didn't respond within 0.2 seconds" },
    ],
    [
      'no HTTP',
      responding('SSH-2.0-OpenSSH\r\n\r\n'),
      {},
      { fault: 'protocol', message: expect.stringMatching(/isn't valid HTTP/) },
    ],
    [
      'headers without end',
      (socket) => {
        const more = (): void => {
          while (socket.write(`X-${'a'.repeat(1000)}: 1\r\n`));
          socket.once('drain', more)
        }
        socket.write('HTTP/1.1 200 OK\r\n')
        more()
      },
      {},
      { fault: 'protocol', message: expect.stringMatching(/isn't valid HTTP/) },
    ],
  ]
  test.each(faults)('%s', async (_, answer, options, expected) => {
    const server = await serve(answer)
    expect(await send(server.port, {}, options)).toEqual(expected)
  })

  test('a port where nobody listens', async () => {
    const server = await rawServer(() => undefined)
    await server.close()
    expect(await send(server.port, {})).toMatchObject({ fault: 'refused' })
  })

  test('a name that has no address', async () => {
    const request = { method: 'GET', url: 'http://whycors.invalid/', headers: [], body: null }
    expect(await makeSend()(request, OPTIONS)).toMatchObject({ fault: 'dns' })
  })

  test('the certificate, and what is wrong with it', async () => {
    const server = await serve(responding(OK), certificate)
    const url = 'https://api.example.test/'
    expect(await send(server.port, { url })).toEqual({
      fault: 'tls',
      message: 'the certificate of api.example.test is self-signed (DEPTH_ZERO_SELF_SIGNED_CERT)',
    })
    expect(await send(server.port, { url }, { insecure: true })).toMatchObject({ status: 200 })
  })

  test('a port that speaks plain http', async () => {
    const server = await serve(responding(OK))
    const url = 'https://api.example.test/'
    expect(await send(server.port, { url })).toMatchObject({
      fault: 'tls',
      message: expect.stringMatching(/^api\.example\.test doesn't speak TLS on this port; try http:\/\/ /),
    })
  })
})

test('HTTP/2 where the server speaks it: lowercase, without what it has no place for', async () => {
  const lines: string[][] = []
  const server = createSecureServer(createCertificate(['*.example.test']))
  server.on('stream', (stream: ServerHttp2Stream, _headers: object, _flags: number, raw: string[]) => {
    lines.push(raw.filter((_, i) => i % 2 === 0))
    stream.respond({ ':status': 403, 'x-a': ['1', '2'], 'content-type': 'text/html' })
    stream.end('no')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  servers.push(server)
  const { port } = server.address() as AddressInfo
  const url = 'https://api.example.test/x'
  const headers = [
    ['Connection', 'keep-alive'],
    ['Accept', '*/*'],
    ['X-B', '1'],
  ] as const
  const response = await send(port, { url, headers, method: 'OPTIONS' }, { insecure: true })
  expect(response).toMatchObject({ status: 403, httpVersion: 'h2' })
  expect('status' in response && response.headers.slice(0, 3)).toEqual([
    ['x-a', '1'],
    ['x-a', '2'],
    ['content-type', 'text/html'],
  ])
  await send(
    port,
    {
      url,
      headers,
      http2Headers: [
        [':method', 'GET'],
        [':path', '/x'],
        [':authority', 'a'],
        [':scheme', 'https'],
        ['te', 'trailers'],
      ],
    },
    { insecure: true },
  )
  expect(lines).toEqual([
    [':method', ':authority', ':scheme', ':path', 'accept', 'x-b'],
    [':method', ':path', ':authority', ':scheme', 'te'],
  ])
})
