import fc from 'fast-check'
import { expect, it } from 'vitest'
import { exchangesOf } from '../../src/evidence/exchanges-of.ts'
import { pair } from '../../src/evidence/pair.ts'
import type { HarEntry } from '../../src/har/har-entry.ts'
import { chrome, firefox, proxy } from '../evidence/entry.ts'
import { anyEntries, crowdedEntries } from './entries.ts'

const someEntries = fc.oneof(anyEntries, crowdedEntries)
const recording = fc.constantFrom(chrome, firefox, proxy)
const shuffled = <T>(items: readonly T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length })

/** Chains as text, in no order: which entries, by index, in which role. */
const indexes = (entries: readonly HarEntry[], writer: typeof chrome): readonly string[] =>
  pair(entries, writer)
    .map((chain) =>
      chain
        .map(({ actual, preflight, standIn }) =>
          [preflight, actual, standIn].map((one) => one?.index ?? '-').join('+'),
        )
        .join(' > '),
    )
    .toSorted()

it('pairing does not depend on the order of the entries', () => {
  const both = someEntries.chain((entries) => fc.tuple(fc.constant(entries), shuffled(entries)))
  fc.assert(
    fc.property(both, recording, ([entries, other], writer) => {
      expect(indexes(other, writer)).toEqual(indexes(entries, writer))
    }),
    { numRuns: 600 },
  )
})

it('each entry is in one chain, once', () => {
  fc.assert(
    fc.property(someEntries, recording, (entries, writer) => {
      const used = pair(entries, writer).flatMap((chain) =>
        chain.flatMap(({ actual, preflight }) => [actual, preflight].filter((one) => one !== null)),
      )
      expect(used.map(({ index }) => index).toSorted((a, b) => a - b)).toEqual(
        entries.map(({ index }) => index),
      )
    }),
    { numRuns: 600 },
  )
})

it('a preflight only ever goes with a request of its URL and method, asked by the same origin', () => {
  const value = (entry: HarEntry, name: string) =>
    entry.request.headers.find((header) => header.name.toLowerCase() === name.toLowerCase())?.value ?? ''
  fc.assert(
    fc.property(someEntries, recording, (entries, writer) => {
      for (const { actual, preflight } of pair(entries, writer).flat()) {
        if (actual === null || preflight === null) continue
        expect(preflight.request.url).toBe(actual.request.url)
        expect(value(preflight, 'Access-Control-Request-Method')).toBe(actual.request.method)
        expect(['', 'null', value(preflight, 'Origin')]).toContain(value(actual, 'Origin'))
      }
    }),
    { numRuns: 600 },
  )
})

it('the facts of an exchange do not depend on the order of the entries either', () => {
  const both = someEntries.chain((entries) => fc.tuple(fc.constant(entries), shuffled(entries)))
  const facts = (entries: readonly HarEntry[], writer: typeof chrome) =>
    exchangesOf(writer, entries)
      .map((exchange) => JSON.stringify([exchange.url, exchange.method, exchange.facts, exchange.observed]))
      .toSorted()
  fc.assert(
    fc.property(both, recording, ([entries, other], writer) => {
      expect(facts(other, writer)).toEqual(facts(entries, writer))
    }),
    { numRuns: 300 },
  )
})
