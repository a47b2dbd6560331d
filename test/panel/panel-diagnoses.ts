import { readFileSync } from 'node:fs'
import { readHarText } from '../../src/har/read-har.ts'
import { atOnce, type Diagnosis, type HarEntry, type Recording, redacting } from '../../src/internal.ts'
import type { Item, Items } from '../../src/panel/list/items.ts'
import { itemsInSteps, type ListOptions } from '../../src/panel/list/list-items.ts'
import type { Show } from '../../src/panel/parts/show.ts'
import { type Found, foundInSteps } from '../../src/panel/state/filter.ts'
import { indexInSteps, type ListIndex } from '../../src/panel/state/list-index.ts'
import type { Listed } from '../../src/panel/state/listed.ts'
import { diagnosesOf } from '../diagnoses-of.ts'
import { harText } from '../make-har.ts'

export const options = { engine: null, show: redacting.value }

/** Returns made-up entries as the panel has them: a recording, its entries and what they come to. */
export function diagnosed(entries: readonly object[]): {
  readonly recording: Recording
  readonly entries: readonly HarEntry[]
  readonly diagnoses: readonly Diagnosis[]
} {
  const read = readHarText(harText(entries), 0, 'test.har')
  return { ...read, diagnoses: diagnosesOf(read.recording, read.entries, options) }
}

/** Returns the recording that comes with the tool, read. */
export const sample = () => readHarText(readFileSync('src/cli/sample.har', 'utf8'), 0, 'sample.har')

export const indexOf = (requests: readonly Listed[]): ListIndex => atOnce(indexInSteps(requests, null))

/** Returns what a tab and a filter find of requests of which nothing is known yet. */
export const foundIn = (requests: readonly Listed[], show: Show, filter: string): Found =>
  atOnce(foundInSteps(indexOf(requests), show, filter, null))

export const requestsOf = ({ index, places }: Found): readonly Listed[] =>
  Array.from(places, (place) => index.requests[place] as Listed)

export const filtered = (requests: readonly Listed[], show: Show, filter: string): readonly Listed[] =>
  requestsOf(foundIn(requests, show, filter))

/** Returns the list of some requests. */
export const listOf = (requests: readonly Listed[], options: ListOptions): Items =>
  atOnce(itemsInSteps(foundIn([...requests], 'all', ''), options))

export const rowsOf = (items: Items): readonly Item[] =>
  Array.from({ length: items.length }, (_, i) => items.at(i) as Item)
