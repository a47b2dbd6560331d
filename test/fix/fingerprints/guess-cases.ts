import { expect, test } from 'vitest'
import type { FrameworkGuess } from '../../../src/fix/guess-framework.ts'
import { guessFramework } from '../../../src/fix/guess-framework.ts'
import { siblingsAmong } from '../../../src/reading/siblings.ts'
import { failOnBug } from '../../fail-on-bug.ts'
import { verdictsOf } from '../../make-har.ts'

/** Responses, and what they speak for. */
export interface GuessCase {
  readonly when: string
  readonly entries: readonly object[]
  readonly target?: string
  /** What is among the guesses. */
  readonly shows?: string
  readonly confidence?: 'high' | 'medium' | 'low'
  readonly showsNot?: string
}

/** Returns what the API at `target` seems to be. */
export const guessesIn = (
  entries: readonly object[],
  target = 'https://api.test',
): readonly FrameworkGuess[] => guessFramework(target, siblingsAmong(verdictsOf(entries)), failOnBug)

/** Tests each case: what it shows is among the guesses, and what it must not show is not. */
export function testGuesses(cases: readonly GuessCase[]): void {
  test.each(cases)('$when', ({ entries, target, shows, confidence, showsNot }) => {
    const found = guessesIn(entries, target)
    const ids = found.map(({ framework }) => framework)
    if (shows !== undefined) expect(ids).toContain(shows)
    if (confidence !== undefined)
      expect(found.find(({ framework }) => framework === shows)?.confidence).toBe(confidence)
    if (showsNot !== undefined) expect(ids).not.toContain(showsNot)
  })
}
