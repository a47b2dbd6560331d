/**
 * Explains in the server's terminal why browsers block its responses. For development with Node.js.
 *
 * @module
 */
export type { GeneratorId } from '../index.ts'
export type { DevOptions } from './dev-options.ts'
export { type CorsMiddleware, explainCors } from './explain-cors.ts'
export type { ObservableServer, SeenRequest, SeenResponse } from './seen-messages.ts'
export { type StopWatching, watch } from './watch.ts'
