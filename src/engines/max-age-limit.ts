import type { EngineId } from './engine.ts'
import { engines } from './index.ts'

/** Returns for how many seconds an engine keeps a preflight's answer at most, whatever `Access-Control-Max-Age` says. */
export const maxAgeLimit = (engine: EngineId): number =>
  engines[engine].implementation.maxAgeLimit ?? Number.POSITIVE_INFINITY
