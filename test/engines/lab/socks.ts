import type { Socket } from 'node:net'

const NO_AUTHENTICATION = Buffer.from([5, 0])
const SUCCEEDED = Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0])

/**
 * Serves a SOCKS5 client (RFC 1928, the CONNECT command, no authentication), and then hands over its connection with
 * the port that it asked for. So a browser finds every host here, on its own port, without a word to the machine's
 * name service.
 */
export function serveSocks(socket: Socket, connect: (socket: Socket, port: number) => void): void {
  let received = Buffer.alloc(0)
  let greeted = false
  const onData = (chunk: Buffer) => {
    received = Buffer.concat([received, chunk])
    if (received[0] !== undefined && received[0] !== 5) return void socket.destroy()
    if (!greeted) {
      const length = 2 + (received[1] ?? Number.POSITIVE_INFINITY)
      if (received.length < length) return
      received = received.subarray(length)
      greeted = true
      socket.write(NO_AUTHENTICATION)
    }
    const end = endOfAddress(received)
    if (end === null || received.length < end + 2) return
    socket.off('data', onData)
    socket.write(SUCCEEDED)
    connect(socket, received.readUInt16BE(end))
  }
  socket.on('error', () => socket.destroy())
  socket.on('data', onData)
}

/** Returns where a request's address ends: an IPv4 or IPv6 address, or a name with its length before it. */
function endOfAddress(request: Buffer): number | null {
  const [type, length] = [request[3], request[4]]
  if (type === 1) return 8
  if (type === 4) return 20
  return type === 3 && length !== undefined ? 5 + length : null
}
