import type { Send } from '../internal.ts'
import type { Io } from './io.ts'

/** Returns what sends requests. The client is loaded when something is sent. */
export const sendOf = (io: Io): Send =>
  io.send ??
  (async (request, options) =>
    await (await import('../network/send-over-network.ts')).sendOverNetwork(request, options))
