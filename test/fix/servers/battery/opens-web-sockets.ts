import { request } from 'node:http'
import { describe, expect, test } from 'vitest'
import { APP, policies } from '../../policies.ts'
import { type Boot, serving } from './serving.ts'

/** Asks a server whose app makes a WebSocket of every request for one: a snippet must let it through as it is. */
export function opensWebSockets(boot: Boot): void {
  describe('a WebSocket', () => {
    const server = serving(boot, policies.credentials)
    test('still opens', async () => expect(await handshake(server.port)).toBe(101))
  })
}

/** Returns the status that a WebSocket's opening handshake is answered with. RFC 6455 4.1 */
const handshake = (port: number): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const asked = request({
      host: '127.0.0.1',
      port,
      headers: {
        Origin: APP,
        Connection: 'Upgrade',
        Upgrade: 'websocket',
        'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
        'Sec-WebSocket-Version': '13',
      },
    })
    asked.once('upgrade', ({ statusCode }, socket) => {
      socket.destroy()
      resolve(statusCode)
    })
    asked.once('response', (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    asked.once('error', reject)
    asked.end()
  })
