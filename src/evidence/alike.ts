import type { Chain } from './chain.ts'
import { type Exchange, entryOf, type Facts } from './exchange.ts'
import type { Evidence, Fact } from './fact.ts'

/** Returns the exchange that another one of the same kind is, with its own places as evidence. */
export const alike = (model: Exchange, chain: Chain): Exchange => new AlikeExchange(model, chain)

/** There are as many as fetches, so that what follows from the model at once isn't held. */
class AlikeExchange implements Exchange {
  readonly chain: Chain
  readonly #model: Exchange

  constructor(model: Exchange, chain: Chain) {
    this.chain = chain
    this.#model = model
  }

  get recording(): Exchange['recording'] {
    return this.#model.recording
  }

  get url(): string {
    return entryOf(this.chain[0]).request.url
  }

  get method(): string {
    return this.#model.method
  }

  get facts(): Facts {
    return factsAt(this.#model.facts, entryOf(this.chain[0]).index)
  }

  get observed(): Exchange['observed'] {
    const { outcome, elsewhere, source } = this.#model.observed
    return {
      outcome,
      elsewhere,
      source: source === null ? null : evidenceAt(source, entryOf(this.chain[0]).index),
    }
  }

  get cachedPreflight(): null {
    return null
  }

  get redirectedByExtension(): null {
    return null
  }

  get kind(): object | null {
    return this.#model.kind ?? null
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
