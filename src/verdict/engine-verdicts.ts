import type { EngineId } from '../engines/engine.ts'
import type { EngineVerdict, EngineVerdicts } from './verdict.ts'

type VerdictOf = <Id extends EngineId>(id: Id) => EngineVerdict<Id>

/**
 * Returns the verdict of every engine; each is computed when it's first read, because most are never printed. Chromium
 * reports one failure among its CORS errors that isn't one of the standard's, so its verdict may differ.
 */
export const engineVerdicts = (
  verdictOf: VerdictOf,
  chromium: () => EngineVerdict<'chromium'> = () => verdictOf('chromium'),
): EngineVerdicts => new ReadLater(verdictOf, chromium)

class ReadLater implements EngineVerdicts {
  readonly #verdictOf: VerdictOf
  readonly #ofChromium: () => EngineVerdict<'chromium'>
  #spec: EngineVerdict<'spec'> | undefined
  #chromium: EngineVerdict<'chromium'> | undefined
  #firefox: EngineVerdict<'firefox'> | undefined
  #webkit: EngineVerdict<'webkit'> | undefined

  constructor(verdictOf: VerdictOf, ofChromium: () => EngineVerdict<'chromium'>) {
    this.#verdictOf = verdictOf
    this.#ofChromium = ofChromium
  }

  get spec(): EngineVerdict<'spec'> {
    this.#spec ??= this.#verdictOf('spec')
    return this.#spec
  }

  get chromium(): EngineVerdict<'chromium'> {
    this.#chromium ??= this.#ofChromium()
    return this.#chromium
  }

  get firefox(): EngineVerdict<'firefox'> {
    this.#firefox ??= this.#verdictOf('firefox')
    return this.#firefox
  }

  get webkit(): EngineVerdict<'webkit'> {
    this.#webkit ??= this.#verdictOf('webkit')
    return this.#webkit
  }
}
