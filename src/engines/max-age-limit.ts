import type { EngineId } from './engine.ts'
import { engines } from './index.ts'

/** Returns the most seconds that an engine caches a preflight response, whatever `Access-Control-Max-Age` says. */
export const maxAgeLimit = (engine: EngineId): number =>
  engines[engine].implementation.maxAgeLimit ?? Number.POSITIVE_INFINITY
