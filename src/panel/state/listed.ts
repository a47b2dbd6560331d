import type { Bug, CommonDifferences, Diagnosis, Text, VerdictType } from '../../internal.ts'
import type { Kind } from '../parts/show.ts'

/** What the list shows and finds of a request that was judged in another thread; all of it as recorded. */
export interface Row {
  readonly id: string
  /** The ids of all its entries. */
  readonly ids: readonly string[]
  readonly about: About
  readonly facts: RowFacts
  /** The URLs, statuses and types of all its entries, and of the scripts that made them; each once. */
  readonly urls: readonly string[]
  readonly statuses: readonly string[]
  readonly types: readonly string[]
  readonly initiators: readonly string[]
}

/** What a request has in common with many others. */
export interface About {
  /** Equal for requests with one and the same problem. */
  readonly key: string
  readonly kind: Kind
  readonly type: VerdictType
  /** Whether there is a warning about it. */
  readonly warned: boolean
  /** What is wrong, as a sentence and in a few words. */
  readonly reason: Text
  readonly brief: Text
  /** What distinguishes it from others whose lines read the same. */
  readonly differences: CommonDifferences
  /** The recording's name. */
  readonly file: string
  readonly origins: readonly string[]
  /** What decides: fields and values of the evidence. */
  readonly evidence: readonly string[]
  readonly headers: readonly string[]
  readonly rules: readonly string[]
  readonly bugs: readonly Bug[]
}

/** What the cells of a row hold of one request, as recorded: what shows of it is masked first. '' and null: not recorded. */
export interface RowFacts {
  readonly method: string
  readonly url: string
  readonly path: string
  /** The API's host, with its port if that isn't the scheme's own. */
  readonly host: string
  readonly status: number | null
  readonly type: string
  readonly initiator: string
  /** Milliseconds since the epoch. */
  readonly started: number | null
  readonly duration: number | null
}

/** A request in the list: one that was judged here, or a row of one that was judged elsewhere. */
export type Listed = Diagnosis | Row

export const isRow = (one: Listed): one is Row => 'about' in one

const diagnoses = new WeakMap<readonly Listed[], readonly Diagnosis[]>()

/** Returns the diagnoses among requests, the same list for the same requests. */
export function diagnosesIn(all: readonly Listed[]): readonly Diagnosis[] {
  const found = diagnoses.get(all) ?? all.flatMap((one) => (isRow(one) ? [] : [one]))
  diagnoses.set(all, found)
  return found
}

/** Returns what became of a request. */
export const typeOf = (one: Listed): VerdictType => (isRow(one) ? one.about.type : one.verdict.type)

/** Returns the name of the recording that a request is in. */
export const fileOf = (one: Listed): string =>
  isRow(one) ? one.about.file : one.verdict.exchange.recording.name

/** Returns the origins that a request may come from. */
export function originsOf(one: Listed): readonly string[] {
  if (isRow(one)) return one.about.origins
  const { origin } = one.verdict.exchange.facts
  return origin.known ? [origin.value] : origin.candidates
}

/** Returns the parts of WhyCORS that have thrown so far. */
export const bugsIn = (one: Listed): readonly Bug[] => (isRow(one) ? one.about.bugs : one.bugs)
