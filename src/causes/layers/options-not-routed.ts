import { pathOf } from '../../evidence/address.ts'
import { presentHeaders, status } from '../../evidence/place.ts'
import { answeredBy } from '../../reading/answered-by.ts'
import { isActual } from '../../reading/api-response.ts'
import { blockedBy } from '../../reading/blocked-by.ts'
import type { Reader, Siblings } from '../../reading/siblings.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * No route handles OPTIONS, and nothing handles it before the router.
 *
 * Example: the router has GET and POST for the path and responds to OPTIONS with 405.
 */
export default defineRootCause({
  id: 'options-not-routed',
  family: 'layers',
  after: ['auth-before-cors', 'rack-cors-says-why', 'set-twice'],
  recognize: (verdict, siblings) => {
    const blocked = blockedBy(verdict)
    if (blocked === null || blocked.phase !== 'preflight') return null
    if (![404, 405, 501].includes(blocked.status)) return null
    const { entry } = blocked
    // A middleware can only be installed in an application.
    const made = answeredBy(entry)
    if (made !== null && made.who !== 'app') return null
    const path = pathOf(entry.request.url)
    return { entry, path, certain: blocked.status !== 404 || answersElsewise(path, siblings) }
  },
  confidence: ({ certain }) => (certain ? 'high' : 'medium'),
  summary: ({ entry, path }) =>
    text`No route or CORS middleware handles OPTIONS at ${code(path)} (${entry.response.status}).`,
  detail: ({ certain }) =>
    text`The preflight reached the router. Install a CORS middleware before the router, for every path; then OPTIONS needs no route.${
      certain ? '' : " Or the URL is wrong: a path that doesn't exist has the same status."
    }`,
  evidence: ({ entry }) => [status(entry), ...presentHeaders(entry, 'Allow')],
})

const answersElsewise = (path: string, siblings: Siblings): boolean =>
  siblings.read(succeededReader, path).length > 0

const succeededReader: Reader = {
  shelf: (answer) => (isActual(answer) && answer.entry.response.status < 400 ? answer.path : null),
  by: () => '',
}
