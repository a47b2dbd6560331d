import { text } from '../text/text.ts'
import type { Generator } from './generators/generator.ts'
import type { FrameworkGuess } from './guess-framework.ts'
import type { PlanLayer } from './layer-of.ts'
import { writerNamed } from './writers.ts'

/** The most likely kind of server of an API, and its generator. */
export interface GuessedGenerator {
  readonly guess: FrameworkGuess
  readonly generator: Generator
}

/**
 * Returns the first guess that is more than a possibility and has a generator; null if there is none, so that the user
 * has to choose. The layer that created the blocked response comes first, because an application can't change the pages
 * of a proxy in front of it.
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

/** The guesses whose configuration affects the responses of a layer, those of the layer itself first. */
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

/** The server that created the blocked response, as a guess, because its fingerprint may need more than one response. */
function ofLayer({ id, name, who, evidence }: PlanLayer): readonly FrameworkGuess[] {
  if (id === null || name === null) return []
  const why = text`The blocked response looks like ${name}'s.`
  const layer = who === 'app' ? 'app' : 'proxy'
  return [{ framework: id, title: name, layer, confidence: 'medium', why, evidence }]
}
