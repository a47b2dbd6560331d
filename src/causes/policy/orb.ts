import { hostOf } from '../../evidence/address.ts'
import { failure, presentHeaders } from '../../evidence/place.ts'
import { get } from '../../fetch/header-list.ts'
import { netErrors } from '../../reading/net-errors.ts'
import { namedError } from '../../reading/unexplained.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * An element requested a script or an image but got data of another type.
 *
 * Example: `<script src="https://api.example/items.json">`, a leftover of JSONP.
 */
export default defineRootCause({
  id: 'orb',
  family: 'policy',
  recognize: (verdict) => {
    const named = namedError(verdict, netErrors.orb)
    if (named === null) return null
    const { request, response, vendor } = named.entry
    return {
      ...named,
      host: hostOf(request.url),
      type: get(response.headers, 'Content-Type'),
      asked: vendor.resourceType,
    }
  },
  confidence: 'high',
  summary: ({ host, type, asked }) =>
    text`${code(host)} responded to ${
      asked === null ? 'a no-cors request' : text`a request for ${article(asked)}`
    } with ${type === null ? 'something else' : code(type)}.`,
  brief: () => text`blocked by Opaque Response Blocking`,
  detail: ({ error }) =>
    text`The browser reports ${code(error)}: Opaque Response Blocking (ORB) blocks data such as JSON and HTML for elements like scripts and images. Fetch data with mode ${code('cors')}. If it is a script or an image, correct its ${code('Content-Type')}, and check whether the response is an error page.`,
  evidence: ({ entry }) => [
    ...failure(entry),
    ...presentHeaders(entry, 'Content-Type', 'X-Content-Type-Options'),
  ],
})

const article = (type: string): string => (/^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`)
