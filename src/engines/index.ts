import { chromium } from './chromium.ts'
import type { Engine, EngineId } from './engine.ts'
import { firefox } from './firefox.ts'
import { spec } from './spec.ts'
import { webkit } from './webkit.ts'

/** Every engine by its id, in the order in which they are shown. */
export const engines = { spec, chromium, firefox, webkit } as const satisfies {
  readonly [Id in EngineId]: Engine<Id>
}

const byId: { readonly [Id in EngineId]: Engine<Id> } = engines

/** Returns an engine by its id, with its own codes. */
export const engineOf = <Id extends EngineId>(id: Id): Engine<Id> => byId[id]
