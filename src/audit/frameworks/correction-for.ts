import type { FrameworkGuess } from '../../fix/guess-framework.ts'
import { type Text, text } from '../../text/text.ts'
import type { Correction, Framework } from './framework.ts'
import { frameworks } from './index.ts'

/** More than this says no longer which server it is. */
const MOST = 2

/** Returns how the servers that the responses show are corrected, after a space; nothing if they show none or too many. */
export function correctionFor(correction: Correction, guesses: readonly FrameworkGuess[]): Text {
  const likely = guesses.filter(({ confidence }) => confidence !== 'low')
  const shown = known(likely.length > 0 ? likely : guesses)
  if (shown.length > MOST) return []
  return shown.flatMap(
    ({ title, settings }) =>
      text` ${likely.length > 0 && shown.length === 1 ? 'With' : 'If it is'} ${title}: ${settings[correction]}`,
  )
}

/** The frameworks behind the guesses, each once. */
const known = (guesses: readonly FrameworkGuess[]): readonly Framework[] => [
  ...new Set(
    guesses.flatMap((guess) => frameworks.find(({ shownBy }) => shownBy.includes(guess.framework)) ?? []),
  ),
]
