import { type Diagnosis, diagnose } from '../diagnose.ts'
import { originOf } from '../fetch/origin.ts'
import { type FrameworkGuess, guessFramework } from '../fix/guess-framework.ts'
import type { HarEntry } from '../har/har-entry.ts'
import { describeRecording, PASTED } from '../har/recording.ts'
import { atOnce } from '../in-steps.ts'
import { siblingsByOrigin } from '../reading/siblings-by-origin.ts'
import type { Answer } from './answer.ts'
import { entryOfAnswer } from './entry-of-answer.ts'

/** The diagnosis of the answers. */
export interface RecordedAnswers {
  /** Each entry's index is that of its probe. */
  readonly entries: readonly HarEntry[]
  readonly diagnoses: readonly Diagnosis[]
  readonly frameworks: readonly FrameworkGuess[]
}

/** Returns the answers as a recording, with its diagnosis. */
export function recordingOfAnswers(url: string, answers: readonly Answer[]): RecordedAnswers {
  const entries = answers.flatMap((answer) => entryOfAnswer(answer) ?? [])
  // No browser sent the requests, so a missing preflight proves nothing.
  const recording = describeRecording({ creator: { name: PASTED }, browser: null }, entries, 0, 'audit')
  // One by one, because the preflights don't belong to the adjacent requests.
  const diagnoses = entries.flatMap((entry) =>
    diagnose(recording, [entry], { engine: null, show: (value) => value }),
  )
  const [first] = atOnce(siblingsByOrigin(diagnoses.map(({ verdict }) => verdict)))
  const frameworks =
    first === undefined ? [] : guessFramework(originOf(url), first.known.siblings, () => undefined)
  return { entries, diagnoses, frameworks }
}
