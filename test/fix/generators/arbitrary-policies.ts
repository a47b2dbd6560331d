import fc from 'fast-check'
import type { CorsPolicy } from '../../../src/fix/policy/policy.ts'

/** What an HTTP token may be made of beside letters and digits, RFC 9110 5.6.2, and pieces that languages read. */
const PIECES = [
  ..."!#$%&'*+-.^_`|~aZ0",
  ...['${', '$host', '#$0', '%t', '`id`', "'+x+'", '&&', '$http_origin', '%%', '*/', "''", '--', '$&'],
].filter((piece) => /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(piece))

/** A method or header name as hostile as HTTP allows. */
export const token = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 8 })
  .map((pieces) => pieces.join(''))
  .filter((name) => name !== '*')

const label = fc.stringMatching(/^[a-z0-9_][a-z0-9_-]{0,20}$/)
const port = fc.constantFrom('', '', ':8080', ':1')

/** An origin as browsers may send it, long ones and IPv6 included. */
export const plainOrigin = fc
  .tuple(fc.constantFrom('http', 'https'), fc.array(label, { minLength: 1, maxLength: 4 }), port)
  .map(([scheme, labels, at]) => `${scheme}://${labels.join('.')}.example${at}`)
  .filter((origin) => URL.canParse(origin) && new URL(origin).origin === origin)

/** Policies with hostile names; none is one that no server should keep. */
export const hostilePolicy: fc.Arbitrary<CorsPolicy> = fc
  .record({
    origin: plainOrigin,
    others: fc.uniqueArray(plainOrigin, { maxLength: 3 }),
    methods: fc.uniqueArray(token, { maxLength: 3 }),
    headers: fc.uniqueArray(token, { maxLength: 4 }),
    exposed: fc.uniqueArray(token, { maxLength: 2 }),
    credentials: fc.boolean(),
    maxAge: fc.option(fc.nat(90_000)),
  })
  .map(({ origin, others, headers, ...policy }) => ({
    origins: [origin, ...others.filter((other) => other !== origin)],
    ...policy,
    headers: headers.map((name) => name.toLowerCase()),
  }))
