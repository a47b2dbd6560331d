import { redirectTarget } from '../evidence/redirect-target.ts'
import { answeredBy } from '../reading/answered-by.ts'
import { blockedBy } from '../reading/blocked-by.ts'
import { type Text, text } from '../text/text.ts'
import type { Verdict } from '../verdict/verdict.ts'

/**
 * Returns what has to be fixed before CORS configuration helps, as an instruction that names the response and the server
 * that certainly created it; `shows` describes it if there is no response.
 */
export function toFixFirst(verdict: Verdict, shows: Text): Text {
  const entry = blockedBy(verdict)?.entry
  if (entry === undefined) return text`Fix this first. ${shows}`
  const { status } = entry.response
  if (redirectTarget(entry) !== '') return text`Fix the redirect first. ${shows}`
  if (status < 400) return text`Fix this first. ${shows}`
  const made = answeredBy(entry)
  return made?.certainty === 'high' && made.name !== null
    ? text`Fix the ${status} from ${made.name} first.`
    : text`Fix the ${status} response first.`
}
