import type { Generator } from './generators/generator.ts'
import { generators } from './generators/index.ts'
import type { FrameworkGuess } from './guess-framework.ts'

/** A kind of server that an API most likely is, and what writes its configuration. */
export interface GuessedGenerator {
  readonly guess: FrameworkGuess
  readonly generator: Generator
}

/**
 * Returns the first of the guesses that is more than a possibility and whose configuration can be written; null
 * where there is none, and the user has to choose.
 */
export function guessedGenerator(guesses: readonly FrameworkGuess[]): GuessedGenerator | null {
  for (const guess of guesses) {
    const generator = generators.find(({ id }) => id === guess.framework)
    if (guess.confidence !== 'low' && generator !== undefined) return { guess, generator }
  }
  return null
}
