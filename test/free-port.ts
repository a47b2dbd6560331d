import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/** Below the ports that systems give to outgoing connections: Linux from 32768 on, others from 49152 on. */
const [FIRST, END] = [20_000, 32_000]

/**
 * Returns a port that nobody listens on. No outgoing connection gets it: one that looks whether somebody listens there would
 * otherwise, once in thousands, be connected to itself, and the server that is waited for couldn't start.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(FIRST, END)
    if (await isFree(port)) return port
  }
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
