import type { DevOptions } from './dev-options.ts'
import { explainCors } from './explain-cors.ts'
import { isMadeByVite } from './is-made-by-vite.ts'
import type { ObservableServer, SeenRequest, SeenResponse } from './seen-messages.ts'
import { viteNotes } from './vite-notes.ts'
import type { ViteServerConfig } from './vite-server-config.ts'
import { watchKnown } from './watch-known.ts'

export type { GeneratorId } from '../index.ts'
export type { DevOptions } from './dev-options.ts'
export type { ObservableServer, SeenRequest, SeenResponse } from './seen-messages.ts'
export type { ViteServerConfig } from './vite-server-config.ts'

/** The part of Vite's servers that the plug-in uses. */
export interface ViteServer {
  /** null if Vite runs as middleware of another server. */
  readonly httpServer: ObservableServer | null
  readonly config: {
    readonly server?: ViteServerConfig | undefined
    readonly preview?: ViteServerConfig | undefined
    readonly logger: { warn(text: string): void }
  }
  readonly middlewares: { readonly stack: unknown[] }
}

/** A Vite plugin. */
export interface VitePlugin {
  readonly name: string
  readonly apply: 'serve'
  configureServer(server: ViteServer): void
  configurePreviewServer(server: ViteServer): void
}

/**
 * Returns a plugin that explains in Vite's terminal why browsers block a response of its server, taking `server.cors` and
 * `server.proxy` into account. It never changes a response, and does nothing if `NODE_ENV` is `production`.
 *
 * @example
 * ```ts
 * export default defineConfig({ plugins: [whycors()] })
 * ```
 */
export default function whycors(options: DevOptions = {}): VitePlugin {
  const observe = (server: ViteServer, option: 'server' | 'preview'): void => {
    const { httpServer, config, middlewares } = server
    const given: DevOptions = { log: (text) => config.logger.warn(text), ...options }
    if (httpServer !== null) {
      watchKnown(httpServer, given, {
        usual: () => 'vite',
        madeBy: ({ problem }) => (isMadeByVite(problem.example, config[option] ?? {}) ? 'vite' : null),
        notes: ({ problem }) => viteNotes(problem.example, config[option] ?? {}, option),
      })
      return
    }
    // Vite's own middleware comes before that of plugins and would respond to preflights first.
    const middleware = explainCors({ for: 'vite', ...given })
    const handle = (request: SeenRequest, response: SeenResponse, next: () => void): void =>
      middleware(request, response, next)
    middlewares.stack.unshift({ route: '', handle })
  }
  return {
    name: 'whycors',
    apply: 'serve',
    configureServer: (server) => observe(server, 'server'),
    configurePreviewServer: (server) => observe(server, 'preview'),
  }
}
