import { describe, expect, test } from 'vitest'
import { cautionsFor } from '../../src/cautions/index.ts'
import { siblingsAmong } from '../../src/reading/siblings.ts'
import { failOnBug } from '../fail-on-bug.ts'
import { chromeEntry, chromePreflight, verdictsOf } from '../make-har.ts'

/** The origin of the page that asks, and what allows it. */
export const PAGE = 'https://app.example'
export const ECHO = { 'Access-Control-Allow-Origin': PAGE }
export const WITH_CREDENTIALS = { ...ECHO, 'Access-Control-Allow-Credentials': 'true' }
export const STAR = { 'Access-Control-Allow-Origin': '*' }

/** Returns the cautions about the last fetch of a recording. */
export function cautionsIn(entries: readonly object[], creator?: string) {
  const verdicts = verdictsOf(entries, creator)
  const last = verdicts.at(-1)
  if (last === undefined) throw new Error('no fetch')
  return cautionsFor(last, siblingsAmong(verdicts.filter((one) => one !== last)), failOnBug)
}

interface CautionCase {
  readonly when: string
  readonly entries: readonly object[]
  readonly creator?: string
  /** false: there is nothing to say. */
  readonly noticed: boolean
  /** Values that the summary must quote. */
  readonly says?: readonly string[]
}

/** Tests each case: the caution is noticed or not, and its summary quotes the values. */
export function testCaution(id: string, cases: readonly CautionCase[]): void {
  describe(id, () => {
    test.each(cases)('$when', ({ entries, creator, noticed, says = [] }) => {
      const found = cautionsIn(entries, creator).find((one) => one.id === id)
      expect(found !== undefined).toBe(noticed)
      for (const value of says) expect(found?.summary).toContainEqual({ code: value })
    })
  })
}

/** A GET that is answered with these headers. */
export const get = (response: object, rest = {}) => [chromeEntry({ response: { ...response }, ...rest })]

/** A PUT whose preflight is answered with these headers, and asks leave for a header of that name. */
export function put(preflight: object, asks?: string): readonly object[] {
  return [
    chromePreflight({
      method: 'PUT',
      response: { 'Access-Control-Allow-Methods': 'PUT', ...preflight },
      ...(asks === undefined ? {} : { asks }),
    }),
    chromeEntry({
      method: 'PUT',
      response: STAR,
      ...(asks === undefined ? {} : { request: { [asks]: 'x' } }),
    }),
  ]
}
