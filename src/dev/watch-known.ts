import type { DevOptions } from './dev-options.ts'
import { isProduction } from './is-production.ts'
import type { ObservableServer, SeenRequest, SeenResponse } from './seen-messages.ts'
import { type KnownServer, tellingObserver } from './telling.ts'

/** Explains why browsers block responses of a server, given what is known about it. Returns a function that ends it. */
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
    // Express changes a request's properties while it handles it.
    response.once('finish', () => {
      isExpress ||= 'app' in request && 'baseUrl' in request
    })
  }
  server.prependListener('request', listener)
  return () => void server.removeListener('request', listener)
}
