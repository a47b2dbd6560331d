import { type Diagnosis, diagnose } from '../diagnose.ts'
import { get } from '../fetch/header-list.ts'
import { originOf } from '../fetch/origin.ts'
import { type FrameworkGuess, guessFramework } from '../fix/guess-framework.ts'
import type { HarEntry } from '../har/har-entry.ts'
import { isSkipped, parseEntry } from '../har/parse-entry.ts'
import { describeRecording, PASTED } from '../har/recording.ts'
import { siblingsByOrigin } from '../reading/siblings-by-origin.ts'
import { type Answer, headersOf } from './answer.ts'
import { bodyOf } from './body-of.ts'
import { wireRequestOf } from './wire-request-of.ts'

/** What the rest of WhyCORS makes of the answers. */
export interface RecordedAnswers {
  /** Each entry's index is that of its probe. */
  readonly entries: readonly HarEntry[]
  readonly diagnoses: readonly Diagnosis[]
  readonly frameworks: readonly FrameworkGuess[]
}

/** Returns the answers as a recording, diagnosed as any other. */
export function recordingOfAnswers(url: string, answers: readonly Answer[]): RecordedAnswers {
  const entries = answers.flatMap((answer) => {
    const entry = answer.response === null ? null : parseEntry(harEntryOf(answer), 0, answer.index)
    return entry === null || isSkipped(entry) ? [] : [entry]
  })
  // No browser sent the requests, so a preflight that isn't there proves nothing.
  const recording = describeRecording({ creator: { name: PASTED }, browser: null }, entries, 0, 'audit')
  // One by one: the preflights don't belong to the requests beside them.
  const diagnoses = entries.flatMap((entry) =>
    diagnose(recording, [entry], { engine: null, show: (value) => value }),
  )
  const [first] = diagnoses
  const target = originOf(url)
  const siblings = siblingsByOrigin(diagnoses.map(({ verdict }) => verdict))
  const frameworks =
    first === undefined ? [] : guessFramework(target, siblings(first.verdict).siblings, () => undefined)
  return { entries, diagnoses, frameworks }
}

function harEntryOf(answer: Answer): object {
  const { probe, response } = answer
  const headers = headersOf(answer)
  const status = response?.status ?? 0
  return {
    startedDateTime: new Date(response?.started ?? 0).toISOString(),
    time: response?.ms ?? 0,
    request: {
      method: probe.method,
      url: probe.url,
      headers: wireRequestOf(probe).headers.map(([name, value]) => ({ name, value })),
      cookies: [],
    },
    response: {
      status,
      statusText: response?.statusText ?? '',
      headers,
      redirectURL: get(headers, 'Location') ?? '',
      content: {
        size: response?.body.length ?? 0,
        mimeType: get(headers, 'Content-Type') ?? '',
        ...(status >= 400 ? { text: bodyOf(answer) } : {}),
      },
    },
  }
}
