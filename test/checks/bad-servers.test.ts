import { createServer as createHttpServer, type RequestListener } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sendOverNetwork } from '../../src/network/send-over-network.ts'
import { createCertificate } from '../engines/lab/certificate.ts'
import { runChecks } from './run-checks.ts'

const sockets = new Set<Socket>()
const servers: Server[] = []

/** Starts a server and returns where it listens. */
async function listening(server: Server): Promise<string> {
  server.on('connection', (socket: Socket) => void sockets.add(socket))
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}

const ANY = { 'Access-Control-Allow-Origin': '*' }
const http = async (listener: RequestListener): Promise<string> => await listening(createHttpServer(listener))
const raw = async (bytes: string): Promise<string> =>
  await listening(
    createTcpServer(
      (socket) => void socket.on('error', () => undefined).once('data', () => socket.write(bytes, 'latin1')),
    ),
  )

let written = 0
const at: Record<string, string> = {}

beforeAll(async () => {
  at['gone'] = await listening(createTcpServer())
  await new Promise((resolve) => servers.pop()?.close(resolve))
  at['signed'] = await listening(
    createHttpsServer(
      createCertificate(['localhost']),
      (_request, response) => void response.writeHead(200, ANY).end(),
    ),
  )
  at['loop'] = await http(
    (request, response) => void response.writeHead(302, { ...ANY, Location: `${request.url}x` }).end(),
  )
  at['huge'] = await http((_request, response) => {
    response.writeHead(200, ANY)
    const piece = Buffer.alloc(1 << 20)
    const more = (): void => {
      while (written < 100 << 20) {
        written += piece.length
        if (!response.write(piece)) return void response.once('drain', more)
      }
      response.end()
    }
    more()
  })
  at['silent'] = await http(() => undefined)
  at['trickle'] = await raw('HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nX-A: ')
  at['garbage'] = await raw('hello there\r\n\r\n')
  at['closing'] = await listening(
    createTcpServer((socket) => void socket.on('error', () => undefined).destroy()),
  )
  at['escapes'] = await raw(
    'HTTP/1.1 200 O\u001bK\r\nAccess-Control-Allow-Origin: \u00e9\u0085<script>::error::\r\nX-\u202e: 1\r\nContent-Length: 0\r\n\r\n',
  )
  at['endless'] = await raw(`HTTP/1.1 200 OK\r\n${`X-A: ${'a'.repeat(100)}\r\n`.repeat(5000)}\r\n`)
  at['many'] = await http((_request, response) => {
    for (let i = 0; i < 3000; i++) response.setHeader(`X-${i}`, 'a'.repeat(50))
    response.writeHead(200, ANY).end()
  })
})

afterAll(() => {
  for (const socket of sockets) socket.destroy()
  for (const server of servers) server.close()
})

/** Returns what the list says of a check of a URL. */
async function lineOf(url: string, more = '', insecure = false): Promise<string> {
  const list = `- {url: "${url}", origin: https://shop.test, engine: spec${more}}\n`
  const { out, code, err } = await runChecks(
    list.replace('https://shop.test', url.startsWith('https:') ? 'https://shop.test' : 'http://shop.test'),
    sendOverNetwork,
    {
      timeout: 1500,
      insecure,
      brief: true,
    },
  )
  expect(err).toBe('')
  return `${code} ${out.split('\n')[2]}`
}

test.each([
  ['a port on which nothing listens', 'gone', /^1 1 {2}! {2}GET \S+ +failed: \S+ refused the connection/],
  ['a redirect loop', 'loop', /^1 1 {2}✗ {2}GET \S+ +blocked, expected allowed: /],
  ['a server that never responds', 'silent', /failed: \S+ didn't respond within 1.5 seconds/],
  ['headers that never end', 'trickle', /failed: \S+ didn't respond within 1.5 seconds/],
  ['bytes that aren’t HTTP', 'garbage', /failed: the response of \S+ isn't valid HTTP/],
  ['a connection that is closed', 'closing', /failed: \S+ closed the connection/],
  ['more headers than Node reads by itself', 'many', /^0 .* allowed$/],
  ['more bytes of headers than Chrome reads', 'endless', /failed: the response of \S+ isn't valid HTTP/],
])('%s is one line', async (_, server, said) => {
  expect(await lineOf(`http://${at[server]}/`)).toMatch(said)
})

test('a name that doesn’t resolve is one line', async () => {
  expect(await lineOf('http://nothing.invalid/')).toMatch(
    /failed: the name nothing\.invalid could not be (resolved|looked up)/,
  )
})

test('a self-signed certificate is named, and accepted if that is wanted', async () => {
  const url = `https://${at['signed']}/`
  expect(await lineOf(url)).toMatch(/failed: the certificate of \S+ is self-signed/)
  expect(await lineOf(url, '', true)).toMatch(/^0 .* allowed$/)
})

test('of 100 MB only the beginning is read', async () => {
  expect(await lineOf(`http://${at['huge']}/`)).toMatch(/^0 .* allowed$/)
  expect(written).toBeLessThan(20 << 20)
})

test('signs in headers stay values', async () => {
  const { out, code } = await runChecks(
    `- {url: "http://${at['escapes']}/", origin: http://shop.test}`,
    sendOverNetwork,
    { timeout: 1500 },
  )
  expect(code).toBe(1)
  for (const sign of ['\u001b', '\u0085', '\u202e']) expect(out).not.toContain(sign)
})
