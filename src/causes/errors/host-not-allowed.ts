import { hostOf } from '../../evidence/address.ts'
import { errorBody, responseHeader, status, url } from '../../evidence/place.ts'
import { withoutAllowOrigin } from '../../reading/blocked-by.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * A framework only serves host names on a list, and this one isn't on it. The CORS list is a different one.
 *
 * Example: 403 "Blocked hosts: api.test" of Rails, 403 "Blocked request. This host is not allowed." of Vite.
 */
export default defineRootCause({
  id: 'host-not-allowed',
  family: 'errors',
  configuration: 'comes second',
  recognize: (verdict) => {
    const blocked = withoutAllowOrigin(verdict)
    if (blocked === null || blocked.status < 400) return null
    const { entry } = blocked
    const known = KNOWN.find(({ says }) => says.test(entry.response.errorBody ?? ''))
    const [said] = known?.says.exec(entry.response.errorBody ?? '') ?? []
    if (known === undefined || said === undefined) return null
    return { entry, said, ...known, host: hostOf(entry.request.url) }
  },
  confidence: 'high',
  summary: ({ host, who, entry }) =>
    text`${who} refuses requests for the host ${code(host)} (${entry.response.status}).`,
  detail: ({ said, setting, host }) =>
    text`The error page says ${code(said)}. It checks the ${code('Host')} header before CORS runs. Add ${code(host)} to ${code(setting)}.`,
  evidence: ({ entry, said }) => [
    errorBody(entry, said),
    status(entry),
    url(entry),
    ...responseHeader(entry, 'Access-Control-Allow-Origin'),
  ],
})

const KNOWN = [
  { says: /Blocked hosts?:/, who: 'Rails', setting: 'config.hosts' },
  { says: /Blocked request\. This host/, who: 'Vite', setting: 'server.allowedHosts' },
  { says: /^Invalid Host header/, who: 'The dev server of webpack', setting: 'devServer.allowedHosts' },
  { says: /DisallowedHost|Invalid HTTP_HOST header/, who: 'Django', setting: 'ALLOWED_HOSTS' },
] as const
