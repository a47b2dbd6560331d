import type { FrameworkGuess } from '../../fix/guess-framework.ts'
import { type Text, text } from '../../text/text.ts'
import type { Correction, Framework } from './framework.ts'
import { frameworks } from './index.ts'

/** With more guesses, the server isn't known. */
const MOST = 2

/** Returns how to correct the recognized servers, after a space; nothing if there are none or too many. */
export function correctionFor(correction: Correction, guesses: readonly FrameworkGuess[]): Text {
  const likely = guesses.filter(({ confidence }) => confidence !== 'low')
  const shown = known(likely.length > 0 ? likely : guesses)
  if (shown.length > MOST) return []
  return shown.flatMap(
    ({ title, settings }) =>
      text` ${likely.length > 0 ? 'With' : 'If this is'} ${title}: ${settings[correction]}`,
  )
}

/** The frameworks of the guesses, each once. */
const known = (guesses: readonly FrameworkGuess[]): readonly Framework[] => [
  ...new Set(
    guesses.flatMap((guess) => frameworks.find(({ shownBy }) => shownBy.includes(guess.framework)) ?? []),
  ),
]
