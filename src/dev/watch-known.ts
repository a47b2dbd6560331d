import type { DevOptions } from './dev-options.ts'
import { isProduction } from './is-production.ts'
import type { ObservableServer, SeenRequest, SeenResponse } from './seen-messages.ts'
import { type KnownServer, tellingObserver } from './telling.ts'

/** Explains why browsers block responses of a server, of which more may be known. Returns what ends it. */
export function watchKnown(
  server: ObservableServer,
  options: DevOptions,
  known: Partial<KnownServer>,
): () => void {
  if (isProduction()) return () => undefined
  let isExpress = false
  const { see } = tellingObserver(options, {
    usual: () => (isExpress ? 'express' : 'node-http'),
    ...known,
  })
  const listener = (request: SeenRequest, response: SeenResponse): void => {
    see(request, response)
    // Express makes a request its own while it handles it.
    response.once('finish', () => {
      isExpress ||= 'app' in request && 'baseUrl' in request
    })
  }
  server.prependListener('request', listener)
  return () => void server.removeListener('request', listener)
}
