import { type Exchange, entryOf } from '../evidence/exchange.ts'
import { isRenumerable, renumbered } from '../evidence/renumbered.ts'
import { contentOf, hasRead, indexesOf, type Watched, watch } from '../evidence/watch.ts'
import type { HarEntry, Recording } from '../har/har-entry.ts'
import { type JudgeOptions, judge } from './judge.ts'
import type { Verdict } from './verdict.ts'

/** A fetch that stands for all with the same content. */
export interface Model {
  readonly watched: Watched
  readonly verdict: Verdict
}

/** The models of the fetches of a recording. */
export interface Models {
  /** Returns the model of a fetch, or null if it's the only one with its content so far, or if none can stand for it. */
  of(exchange: Exchange): Model | null
  /** Returns the whole verdict on a fetch. Only the last ones are kept. */
  whole(exchange: Exchange): Verdict
}

/** So many contents are remembered before all are forgotten, and so many of which there was only one fetch. */
const [MOST, MOST_ONCE] = [2_000, 100_000]
/** How many whole verdicts are kept. */
const MOST_WHOLE = 500
/** How many models have the same content and differ in what was read of them. */
const MOST_ALIKE = 4

/** Returns models of which none is made yet. */
export function makeModels(options: JudgeOptions): Models {
  const urls = new Map<string, number>()
  const once = new Map<number, number>()
  /** Reports whether this is the first fetch with a property. */
  const isFirst = <Key>(seen: Map<Key, number>, key: Key, { index }: HarEntry): boolean => {
    const before = seen.get(key)
    if (before === undefined) seen.set(key, index)
    return before === undefined || before === index
  }
  const models = new Map<string, Model[]>()
  const wholes = new Map<Exchange, Verdict>()
  let of: Recording | null = null
  return {
    whole: (exchange) => {
      const whole = wholes.get(exchange) ?? judge(exchange, options)
      wholes.delete(exchange)
      wholes.set(exchange, whole)
      const [oldest] = wholes.keys()
      if (wholes.size > MOST_WHOLE && oldest !== undefined) wholes.delete(oldest)
      return whole
    },
    of: (exchange) => {
      if (of !== exchange.recording || models.size > MOST) models.clear()
      if (of !== exchange.recording || urls.size > MOST_ONCE) urls.clear()
      if (of !== exchange.recording || once.size > MOST_ONCE) once.clear()
      of = exchange.recording
      const first = entryOf(exchange.chain[0])
      if (isFirst(urls, exchange.url, first)) return null
      const content = contentOf(exchange)
      if (content === null) return null
      const alike = models.get(content) ?? []
      const known = alike.find(({ watched }) => hasRead(exchange, watched))
      if (known !== undefined) return usable(known)
      if (alike.length >= MOST_ALIKE) return null
      if (alike.length === 0 && isFirst(once, hashOf(content), first)) return null
      const watched = watch(exchange)
      const model = { watched, verdict: judge(watched.exchange, options) }
      models.set(content, [...alike, model])
      return usable(model)
    },
  }
}

/** What is judged otherwise than it was recorded stands for nothing. */
const usable = (model: Model): Model | null =>
  model.verdict.exchange === model.watched.exchange ? model : null

/**
 * Returns for a fetch what was found out about its model, with its own entries as evidence; null if the model can't stand
 * for it in that.
 */
export function fromModel<T extends object>(exchange: Exchange, { watched }: Model, found: T): T | null {
  // Finding it out may have read more.
  if (!hasRead(exchange, watched)) return null
  const numbers = indexesOf(exchange)
  const isKnown = renumerable.get(found) ?? isRenumerable(found, numbers)
  renumerable.set(found, isKnown)
  return isKnown ? renumbered(found, numbers) : null
}

const renumerable = new WeakMap<object, boolean>()

function hashOf(content: string): number {
  let [a, b] = [0x811c9dc5, 0x41c6ce57]
  for (let i = 0; i < content.length; i++) {
    const code = content.charCodeAt(i)
    a = Math.imul(a ^ code, 0x01000193)
    b = Math.imul(b ^ code, 0x5bd1e995)
  }
  return (a >>> 0) * 2 ** 21 + (b >>> 11)
}
