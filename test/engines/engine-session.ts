import type { Soak, SoakTruth } from '../soak/soak.ts'
import type { EngineCase } from './engine-case.ts'
import type { HarEntryJson, HarJson } from './har-json.ts'
import type { Lab } from './lab/server.ts'
import type { Verdict } from './verdict.ts'

export interface JudgedCase {
  readonly case: EngineCase
  readonly verdict: Verdict
}

/** A browser and a lab; where the browser has DevTools that an extension sees, they record from first to last. */
export interface EngineSession {
  /** The browser's name and version. */
  readonly version: string
  readonly lab: Lab
  /** Runs the cases and returns the browser's own verdict on each, in the given order. Ids must be new. */
  readonly run: (cases: readonly EngineCase[]) => Promise<JudgedCase[]>
  /**
   * Returns what is recorded so far of those cases, or everything, as `devtools.network.getHAR()` gives it. Null: this
   * browser records nothing for extensions.
   */
  readonly har: ((of?: readonly EngineCase[]) => Promise<HarJson>) | null
  /** Returns the entries as `onRequestFinished` delivered them, which may be incomplete. */
  readonly liveEntries: (of?: readonly EngineCase[]) => Promise<HarEntryJson[]>
  /** Has the page make the requests of a soak. Null: this browser records nothing to compare with. */
  readonly soak: ((soak: Soak) => Promise<SoakTruth>) | null
  readonly close: () => Promise<void>
}
