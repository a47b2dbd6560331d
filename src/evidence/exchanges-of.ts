import { engines } from '../engines/index.ts'
import type { Implementation } from '../fetch/implementation.ts'
import type { Browser, HarEntry, Recording } from '../har/har-entry.ts'
import { type Chain, type Exchange, entryOf } from './exchange.ts'
import { methodOf, readFacts } from './facts.ts'
import { observe } from './observed.ts'
import { pair } from './pair.ts'
import { findWorkers } from './workers.ts'

/**
 * Returns every fetch of a recording, paired and joined, with its facts. The order of the entries does not matter.
 */
export function exchangesOf(recording: Recording, entries: readonly HarEntry[]): readonly Exchange[] {
  const workers = findWorkers(entries)
  const implementation = implementationOf(recording.browser)
  return pair(entries, recording).map((chain) => toExchange(chain, recording, workers, implementation))
}

const toExchange = (
  chain: Chain,
  recording: Recording,
  workers: ReturnType<typeof findWorkers>,
  implementation: Implementation,
): Exchange => ({
  recording,
  chain,
  url: entryOf(chain[0]).request.url,
  method: methodOf(chain[0]),
  facts: readFacts(chain, recording, workers, implementation),
  observed: observe(chain, recording),
})

/** Returns how the browser of a recording works; Chromium's way where it is not known. */
export const implementationOf = (browser: Browser): Implementation =>
  engines[browser === 'unknown' ? 'chromium' : browser].implementation
