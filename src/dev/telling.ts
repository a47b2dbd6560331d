import type { GeneratorId } from '../index.ts'
import type { RecordingRedaction } from '../internal.ts'
import type { DevOptions } from './dev-options.ts'
import type { NewProblem } from './new-problems.ts'
import { makeObserver, type Observer } from './observer.ts'
import { problemText } from './problem-text.ts'
import { UNSEEN } from './unseen.ts'

/** What is known about the server, apart from its responses. */
export interface KnownServer {
  /** Its kind if the responses don't show it. */
  readonly usual: () => GeneratorId
  /** Returns the known kind of server that created a problem's response; null if it has to be recognized. */
  readonly madeBy?: (problem: NewProblem) => GeneratorId | null
  /** Returns the notes on a problem that are specific to this server. */
  readonly notes?: (problem: NewProblem) => readonly string[]
}

/** Returns an observer that prints each problem once. The first output includes what a server can't see. */
export function tellingObserver(options: DevOptions, { usual, madeBy, notes }: KnownServer): Observer {
  const { stderr } = process
  const log = options.log ?? ((text: string): void => void stderr.write(`\n${text}\n`))
  let isFirst = true
  const tell = (problem: NewProblem, redaction: RecordingRedaction): void => {
    const text = problemText(problem, {
      redaction,
      color: options.color ?? (stderr.isTTY === true && (process.env['NO_COLOR'] ?? '') === ''),
      width: Math.max(40, Math.min(stderr.columns ?? 80, 100)),
      named: options.for ?? madeBy?.(problem) ?? null,
      usual: usual(),
      notes: [...(notes?.(problem) ?? []), ...(isFirst ? UNSEEN : [])],
    })
    isFirst = false
    log(text)
  }
  const fail = (error: unknown): void =>
    log(`whycors: this request couldn't be explained: ${error instanceof Error ? error.message : error}\n`)
  return makeObserver({ tell, fail })
}
