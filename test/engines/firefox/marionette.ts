import { connect } from 'node:net'
import { sleep } from '../../../src/start/chromium/wait-for.ts'

/** A connection to Firefox's Marionette, which every Firefox brings with it. */
export interface Marionette {
  /** Sends a command of the WebDriver or Marionette protocol and returns its result. */
  readonly send: (command: string, parameters?: object) => Promise<unknown>
  /** Runs a function with the browser's own rights, and returns what it returns, as JSON. It refers to nothing outside itself. */
  readonly inChrome: <Arguments extends readonly unknown[], Result>(
    work: (...args: Arguments) => Result | Promise<Result>,
    ...args: Arguments
  ) => Promise<Result>
  readonly close: () => void
}

interface Waiting {
  readonly resolve: (result: unknown) => void
  readonly reject: (error: Error) => void
}

/** Returns a connection, as soon as the browser that is starting listens on that port. */
export async function connectMarionette(port: number, limit: number): Promise<Marionette> {
  const socket = await connected(port, limit)
  const waiting = new Map<number, Waiting>()
  let received = Buffer.alloc(0)
  let lastId = 0
  const failAll = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  socket.on('data', (chunk) => {
    received = Buffer.concat([received, chunk])
    for (;;) {
      const packet = takePacket(received)
      if (packet === null) return
      received = received.subarray(packet.length)
      // The first one is Marionette's greeting.
      if (!Array.isArray(packet.json)) continue
      const [, id, error, result] = packet.json
      const request = waiting.get(id)
      waiting.delete(id)
      if (error) request?.reject(new Error(`Firefox: ${error.error}: ${error.message}`))
      else request?.resolve(result)
    }
  })
  socket.on('error', failAll)
  socket.on('close', () => failAll(new Error('Firefox has closed the connection')))

  const send = (command: string, parameters: object = {}): Promise<unknown> => {
    const id = ++lastId
    const text = JSON.stringify([0, id, command, parameters])
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject })
      socket.write(`${Buffer.byteLength(text)}:${text}`)
    })
  }
  return {
    send,
    inChrome: async (work, ...args) => {
      // The script returns JSON, for what it hands over otherwise has to be of its own sandbox.
      const script = `const done = arguments[arguments.length - 1], args = JSON.parse(arguments[0]);
        (async () => JSON.stringify((await (${work})(...args)) ?? null))()
          .then((json) => done({ json }), (error) => done({ error: String(error) + '\\n' + error?.stack }))`
      const parameters = { script, args: [JSON.stringify(args)], sandbox: 'system', newSandbox: false }
      const { value } = (await send('WebDriver:ExecuteAsyncScript', parameters)) as {
        readonly value: { readonly json?: string; readonly error?: string }
      }
      if (value.json === undefined) throw new Error(`In Firefox: ${value.error}`)
      return JSON.parse(value.json)
    },
    close: () => socket.destroy(),
  }
}

/** `<byte length>:<JSON>` */
function takePacket(received: Buffer) {
  const colon = received.indexOf(':')
  if (colon < 0) return null
  const end = colon + 1 + Number(received.toString('latin1', 0, colon))
  if (received.length < end) return null
  return { json: JSON.parse(received.toString('utf8', colon + 1, end)), length: end }
}

async function connected(port: number, limit: number) {
  const end = Date.now() + limit
  for (;;) {
    const socket = connect(port, '127.0.0.1')
    const isOpen = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true))
      socket.once('error', () => resolve(false))
    })
    if (isOpen) return socket
    if (Date.now() > end) throw new Error('Firefox did not start: Marionette does not answer')
    await sleep(50)
  }
}
