import { text } from '../text/text.ts'
import type { Generator } from './generators/generator.ts'
import type { FrameworkGuess } from './guess-framework.ts'
import type { PlanLayer } from './layer-of.ts'
import { writerNamed } from './writers.ts'

/** A kind of server that an API most likely is, and what writes its configuration. */
export interface GuessedGenerator {
  readonly guess: FrameworkGuess
  readonly generator: Generator
}

/**
 * Returns the first of the guesses that is more than a possibility and whose configuration can be written; null
 * where there is none, and the user has to choose. The layer that made the blocked response decides first: what an
 * application sends changes nothing in the pages of a proxy before it.
 */
export function guessedGenerator(
  guesses: readonly FrameworkGuess[],
  layer: PlanLayer | null,
): GuessedGenerator | null {
  const likely = guesses.filter(({ confidence }) => confidence !== 'low')
  for (const guess of reaching(likely, layer)) {
    const generator = writerNamed(guess.framework)
    if (generator !== null) return { guess, generator }
  }
  return null
}

/** The guesses whose configuration reaches what a layer sends, those of the layer itself first. */
function reaching(guesses: readonly FrameworkGuess[], layer: PlanLayer | null): readonly FrameworkGuess[] {
  if (layer === null) return guesses
  const own = guesses.filter(({ framework }) => framework === layer.id)
  const itself = own.length > 0 ? own : ofLayer(layer)
  if (layer.who !== 'app') return itself
  const others = guesses.filter((guess) => !own.includes(guess))
  return [
    ...itself,
    ...others.filter((guess) => guess.layer === 'app'),
    ...others.filter((guess) => guess.layer !== 'app'),
  ]
}

/** What made the blocked response, as a guess at the server: its fingerprint may need more than one response shows. */
function ofLayer({ id, name, who, evidence }: PlanLayer): readonly FrameworkGuess[] {
  if (id === null || name === null) return []
  const why = text`The blocked response looks like ${name}'s.`
  const layer = who === 'app' ? 'app' : 'proxy'
  return [{ framework: id, title: name, layer, confidence: 'medium', why, evidence }]
}
