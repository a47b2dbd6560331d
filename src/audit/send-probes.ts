import type { Send, SendOptions } from '../check/wire.ts'
import { type Answer, allowsAll, allowsByName } from './answer.ts'
import { STRANGER } from './foreign-host.ts'
import { madeBefore } from './made-before.ts'
import type { Probe } from './probe.ts'
import { wireRequestOf } from './wire-request-of.ts'

/** The options for sending the probes. */
export interface Sending extends SendOptions {
  readonly send: Send
  /** Called after each request. */
  readonly onAnswer?: (answer: Answer) => void
}

/** How many consecutive failures end the audit: the server is down, or refuses more requests. */
const MOST_FAILURES = 3

/**
 * Sends the probes, one after the other, and returns an answer to each. It ends early if the first one fails, if the
 * server limits the rate, or after several consecutive failures, and omits requests that add nothing.
 */
export async function sendProbes(
  probes: readonly Probe[],
  { send, onAnswer, ...options }: Sending,
): Promise<readonly Answer[]> {
  const answers: Answer[] = []
  let failures = 0
  let isStopped = false
  for (const [index, probe] of probes.entries()) {
    if (isStopped || (probe.onlyIfListed && answers.some(allowsEveryone))) {
      answers.push({
        index,
        probe,
        response: null,
        why: { notSent: isStopped ? 'stopped' : 'not needed' },
        madeBefore: null,
      })
      continue
    }
    const result = await send(wireRequestOf(probe), options)
    const answer: Answer =
      'fault' in result
        ? { index, probe, response: null, why: result, madeBefore: null }
        : madeBefore({ index, probe, response: result, why: null, madeBefore: null })
    answers.push(answer)
    onAnswer?.(answer)
    failures = 'fault' in result ? failures + 1 : 0
    isStopped =
      (failures > 0 && (index === 0 || failures >= MOST_FAILURES)) ||
      ('status' in result && result.status === 429)
  }
  return answers
}

/** Reports whether the API allows this unknown origin and therefore every other one, so that look-alikes prove nothing. */
const allowsEveryone = (answer: Answer): boolean =>
  answer.probe.method === 'GET' &&
  answer.probe.origin === STRANGER &&
  (allowsByName(answer) || allowsAll(answer))
