import type { Socket } from 'node:net'
import type { TLSSocket } from 'node:tls'
import type { NetworkFault, Send, WireResponse } from '../check/wire.ts'
import { connect, type Resolve } from './connect.ts'
import { faultOf } from './fault-of.ts'
import { type Answer, isOverHttp2, type Pending } from './pending.ts'
import { sendHttp1 } from './send-http1.ts'
import { sendHttp2 } from './send-http2.ts'

/** The options for sending requests. */
export interface NetworkOptions {
  /** Where to connect instead of the URL's own host and port; null: there. */
  readonly resolve?: Resolve
}

/**
 * Returns a function that sends requests over the network with exactly the given bytes. undici and fetch() would write
 * `host` and `connection` in lowercase and elsewhere, so this uses Node's own client.
 */
export const makeSend =
  ({ resolve = () => null }: NetworkOptions = {}): Send =>
  async (request, { timeout, insecure }) => {
    const started = Date.now()
    const begin = performance.now()
    const url = new URL(request.url)
    let socket: Socket | TLSSocket | null = null
    let timer: NodeJS.Timeout | undefined
    const pending: Pending = { answer: null }
    const late = new Promise<'late'>((done) => {
      timer = setTimeout(() => done('late'), timeout)
    })
    const work = async (): Promise<Answer> => {
      socket = await connect(url, { insecure, resolve, keep: (made) => (socket = made) })
      return await (isOverHttp2(socket) ? sendHttp2 : sendHttp1)(request, socket, pending)
    }
    const done = (answer: Answer): WireResponse => ({
      ...answer,
      started,
      ms: Math.round(performance.now() - begin),
    })
    try {
      const answer = await Promise.race([work(), late])
      if (answer !== 'late') return done(answer)
      // The headers have arrived; the body is still arriving.
      if (pending.answer !== null) return done(pending.answer())
      return { fault: 'timeout', message: `${url.host} didn't respond within ${seconds(timeout)}` }
    } catch (error) {
      return faultOf(error, url) satisfies NetworkFault
    } finally {
      clearTimeout(timer)
      ;(socket as Socket | null)?.destroy()
    }
  }

/** Sends requests to the hosts that they name. */
export const sendOverNetwork: Send = makeSend()

const seconds = (ms: number): string => (ms === 1000 ? '1 second' : `${ms / 1000} seconds`)
