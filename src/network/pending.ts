import type { Socket } from 'node:net'
import { TLSSocket } from 'node:tls'
import type { WireResponse } from '../check/wire.ts'

/** A response, without its times. */
export type Answer = Omit<WireResponse, 'started' | 'ms'>

/** A response whose body is still arriving, available with the part that has arrived. */
export interface Pending {
  answer: (() => Answer) | null
}

/** Reports whether both sides agreed on HTTP/2. */
export const isOverHttp2 = (socket: Socket): boolean =>
  socket instanceof TLSSocket && socket.alpnProtocol === 'h2'
