import { code, text } from '../text/text.ts'
import { hostOf } from './address.ts'
import { defineCause } from './cause.ts'
import { isOtherNetError } from './net-errors.ts'
import { failure } from './place.ts'
import { namedError } from './unexplained.ts'

/**
 * The browser names an error of its network stack that has no page of its own here.
 *
 * Example: `net::ERR_INSUFFICIENT_RESOURCES`.
 */
export default defineCause({
  id: 'network-failed',
  recognise: (verdict) => {
    const named = namedError(verdict, /./)
    if (named === null || !isOtherNetError(named.error)) return null
    return { ...named, host: hostOf(named.entry.request.url) }
  },
  confidence: 'high',
  summary: ({ error, host }) => text`The request to ${code(host)} failed with ${code(error)}.`,
  detail: ({ error }) =>
    text`${code(error)} is a failure that the browser tells from CORS: for what CORS blocks, Chrome writes ${code('net::ERR_FAILED')}. Look the name up to see what to do.`,
  evidence: ({ entry }) => failure(entry),
})
