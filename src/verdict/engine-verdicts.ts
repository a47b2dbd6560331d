import type { EngineId } from '../engines/engine.ts'
import { lazily } from '../lazily.ts'
import type { EngineVerdict, EngineVerdicts } from './verdict.ts'

/**
 * Returns the verdict of every engine; each is computed when it's first read, because most are never printed. Chromium
 * reports one failure among its CORS errors that isn't one of the standard's, so its verdict may differ.
 */
export const engineVerdicts = (
  verdictOf: <Id extends EngineId>(id: Id) => EngineVerdict<Id>,
  chromium: () => EngineVerdict<'chromium'> = () => verdictOf('chromium'),
): EngineVerdicts =>
  lazily<EngineVerdicts>({
    spec: () => verdictOf('spec'),
    chromium,
    firefox: () => verdictOf('firefox'),
    webkit: () => verdictOf('webkit'),
  })
