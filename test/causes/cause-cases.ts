import { expect, test } from 'vitest'
import { rootCausesOf } from '../../src/causes/root-causes-of.ts'
import { siblingsAmong } from '../../src/reading/siblings.ts'
import { failOnBug } from '../fail-on-bug.ts'
import { verdictsOf } from '../make-har.ts'

/** A recording, and which of the causes its last fetch shows. */
export interface CauseCase {
  /** What the recording is of, as the name of the test. */
  readonly when: string
  readonly entries: readonly object[]
  readonly creator?: string
  /** Which fetch is asked about, in the order of time; the last one unless told. */
  readonly fetch?: number
  readonly shows?: string
  readonly confidence?: 'high' | 'medium' | 'low'
  readonly showsNot?: string
}

/** Returns the causes of one fetch of a recording. */
export function causesIn({ entries, creator, fetch = -1 }: CauseCase) {
  const verdicts = verdictsOf(entries, creator)
  const verdict = verdicts.at(fetch)
  if (verdict === undefined) throw new Error('no such fetch')
  return rootCausesOf(verdict, siblingsAmong(verdicts.filter((one) => one !== verdict)), failOnBug)
}

/** Tests each case: the cause that it shows is among those found, and the one that it must not show is not. */
export function testCauses(cases: readonly CauseCase[]): void {
  test.each(cases)('$when', (one) => {
    const found = causesIn(one)
    const ids = found.map(({ id }) => id)
    if (one.shows !== undefined) expect(ids).toContain(one.shows)
    if (one.confidence !== undefined)
      expect(found.find(({ id }) => id === one.shows)?.confidence).toBe(one.confidence)
    if (one.showsNot !== undefined) expect(ids).not.toContain(one.showsNot)
  })
}
