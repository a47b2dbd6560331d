import type { DevOptions } from './dev-options.ts'
import type { ObservableServer } from './seen-messages.ts'
import { watchKnown } from './watch-known.ts'

/** Ends the watching. */
export type StopWatching = () => void

/**
 * Explains in the terminal why browsers block a response of this server, once per problem, with the configuration that
 * fixes it. It never changes a response, and does nothing if `NODE_ENV` is `production`. Returns a function that ends it.
 *
 * @example
 * ```ts
 * const server = createServer(listener)
 * watch(server)
 * ```
 */
export const watch = (server: ObservableServer, options: DevOptions = {}): StopWatching =>
  watchKnown(server, options, {})
