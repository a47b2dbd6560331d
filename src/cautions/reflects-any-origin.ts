import { responseHeader } from '../evidence/place.ts'
import { isUrlOfThisMachine } from '../knowledge/hosts.ts'
import { isSchemelesslySameSite } from '../knowledge/site.ts'
import { code, list, text } from '../text/text.ts'
import { defineCaution } from './caution.ts'
import { type Grant, grantOf, grantsOf } from './cors-response.ts'

/**
 * The server allows any origin with credentials, even unrelated ones.
 *
 * Example: `https://a.example` and `https://b.test` both get their own origin back, with credentials allowed.
 */
export default defineCaution({
  id: 'reflects-any-origin',
  notice: (verdict, siblings) => {
    const own = grantOf(verdict)
    if (own === null || !isReflected(own)) return null
    const others = grantsOf(siblings)
      .filter((grant) => isReflected(grant) && !isSchemelesslySameSite(grant.origin, own.origin))
      .map(({ origin }) => origin)
    const [other] = others
    return other === undefined ? null : { entry: own.entry, origins: [own.origin, other] }
  },
  summary: ({ origins }) => text`The API allows both ${list(origins.map(code))}, with credentials.`,
  detail: () =>
    text`Both got their own origin back, with ${code('Access-Control-Allow-Credentials: true')}. If both are on a list, that's fine. If the server sends back any ${code('Origin')}, every site can read this API with the user's cookies: compare it with a list of exact origins.`,
  evidence: ({ entry }) => [
    ...responseHeader(entry, 'Access-Control-Allow-Origin'),
    ...responseHeader(entry, 'Access-Control-Allow-Credentials'),
  ],
})

const isReflected = ({ origin, allowed, credentials }: Grant): boolean =>
  credentials && origin === allowed && origin !== 'null' && !isUrlOfThisMachine(origin)
