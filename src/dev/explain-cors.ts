import type { DevOptions } from './dev-options.ts'
import { isProduction } from './is-production.ts'
import type { SeenRequest, SeenResponse } from './seen-messages.ts'
import { tellingObserver } from './telling.ts'

/** Middleware for Connect, Express and compatible servers. */
export type CorsMiddleware = (request: SeenRequest, response: SeenResponse, next: () => void) => void

/**
 * Returns middleware that explains in the terminal why browsers block a response, once per problem, with the
 * configuration that fixes it. Use it before all other middleware, because it doesn't see responses of earlier ones. It
 * never changes a response, and does nothing if `NODE_ENV` is `production`.
 *
 * @example
 * ```ts
 * const app = express()
 * app.use(explainCors())
 * ```
 */
export function explainCors(options: DevOptions = {}): CorsMiddleware {
  if (isProduction()) return (_request, _response, next) => next()
  let isExpress = false
  const { see } = tellingObserver(options, { usual: () => (isExpress ? 'express' : 'node-http') })
  return (request, response, next) => {
    isExpress ||= 'app' in request && 'baseUrl' in request
    see(request, response)
    next()
  }
}
