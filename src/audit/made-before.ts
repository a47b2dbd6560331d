import { answeredBy } from '../reading/answered-by.ts'
import type { Answer } from './answer.ts'
import { entryOfAnswer } from './entry-of-answer.ts'

/** Returns an answer with what made its response in place of the API: a firewall, a network or a gateway. */
export function madeBefore(answer: Answer): Answer {
  const entry = entryOfAnswer(answer)
  const by = entry === null || entry.response.status < 400 ? null : answeredBy(entry)
  if (by === null || by.certainty === 'low' || !['cdn', 'gateway', 'network'].includes(by.who)) return answer
  return { ...answer, madeBefore: by.name ?? 'something in front of the API' }
}
