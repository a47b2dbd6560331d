import type { Chain } from './chain.ts'
import { type Exchange, entryOf, type Facts } from './exchange.ts'
import type { Evidence, Fact } from './fact.ts'

/** Returns the exchange that another one of the same kind is, with its own places as evidence. */
export function alike(model: Exchange, chain: Chain): Exchange {
  const { index, request } = entryOf(chain[0])
  const { observed } = model
  return {
    recording: model.recording,
    chain,
    url: request.url,
    method: model.method,
    facts: factsAt(model.facts, index),
    observed: {
      outcome: observed.outcome,
      elsewhere: observed.elsewhere,
      source: observed.source === null ? null : evidenceAt(observed.source, index),
    },
    cachedPreflight: null,
    redirectedByExtension: null,
    kind: model.kind ?? null,
  }
}

const factsAt = (facts: Facts, entry: number): Facts => ({
  credentialsMode: factAt(facts.credentialsMode, entry),
  mode: factAt(facts.mode, entry),
  origin: factAt(facts.origin, entry),
  headerList: factAt(facts.headerList, entry),
  preflightNeeded: factAt(facts.preflightNeeded, entry),
  useCorsPreflightFlag: facts.useCorsPreflightFlag,
})

const factAt = <T>(fact: Fact<T>, entry: number): Fact<T> =>
  fact.known ? { known: true, value: fact.value, source: evidenceAt(fact.source, entry) } : fact

const evidenceAt = ({ field, value }: Evidence, entry: number): Evidence => ({ entry, field, value })
