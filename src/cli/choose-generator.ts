import { type Diagnosis, type Generator, guessedGenerator, outermost, plain, type Text } from '../internal.ts'

/** The kind of server that a fix is written for, and a note on the choice. */
export interface Choice {
  /** null if it's neither given nor recognized. */
  readonly generator: Generator | null
  readonly lines: readonly string[]
}

/**
 * Returns the generator for an API: the one that the user named, else the first one recognized with some certainty. A
 * mere possibility is only mentioned.
 */
export function chooseGenerator(
  named: Generator | null,
  target: string,
  diagnoses: readonly Diagnosis[],
  show: (value: string) => string,
): Choice {
  if (named !== null) return { generator: named, lines: [] }
  const planned = diagnoses.filter(({ plan }) => plan?.target === target)
  const guesses = planned[0]?.plan?.frameworks ?? []
  const [likeliest] = guesses
  const layer = outermost(planned.flatMap(({ plan }) => plan?.layer ?? []))
  const say = (words: Text): string => plain(words, show)
  const guessed = guessedGenerator(guesses, layer)
  if (guessed === null) {
    return {
      generator: null,
      lines: [
        layer !== null && layer.who !== 'app'
          ? `Make the change in ${layer.name ?? 'the proxy'}, which made the blocked response itself.`
          : likeliest === undefined
            ? `The responses of ${show(target)} don't show what server it is.`
            : // It names the others that are as likely.
              say(likeliest.why),
        'Choose a server with --for NAME; `whycors fix` lists them.',
      ],
    }
  }
  const { guess, generator } = guessed
  return {
    generator,
    lines: [
      `Written for ${generator.id}: ${say(guess.why)}`,
      'Choose another with --for NAME; `whycors fix` lists them.',
    ],
  }
}
