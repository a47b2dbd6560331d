import { again, got, inUrl, type Place, sent } from './place.ts'

const HEX = '0123456789abcdef0123456789abcdef'
const MIXED = 'kJ8sLq2ZpT0vXb4NfRw6YckJ8sLq2ZpT'
const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJqb2UifQ.abcdefghijklmnop'

/** Keys with a beginning of their service. */
const KEYS = [
  'shpat_0123456789abcdef0123456789abcdef',
  'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  'hf_abcdefghijklmnopqrstuvwxyzABCDEFGH',
  'dop_v1_0123456789abcdef0123456789abcdef',
  'dckr_pat_kJ8sLq2ZpT0vXb4NfRw6Yc',
  'lin_api_kJ8sLq2ZpT0vXb4NfRw6Yc',
  'pypi-AgEIcHlwaS5vcmcCJDU4',
  'sq0csp-kJ8sLq2ZpT0vXb4NfRw6Yc',
  'xapp-1-A012345-678901-abcdef',
  'xoxb-123456789012-abcdefGHIJ',
  'ghp_abcdefghijklmnopqrst0123',
  'github_pat_11ABCDE0123456789_abc',
  'glpat-abcDEF123456_789012',
  'sk_live_abcdefGHIJ0123456789',
  'sk-ant-api03-abcdefGHIJ0123',
  'AKIAIOSFODNN7EXAMPLE',
  'AIzaSyA1234567890abcdefghij',
  'SG.abcDEF1234567890.xyz',
  'npm_abcDEF1234567890abcDEF',
  'glsa_abcDEF1234567890_0a1b2c',
  'hvs.CAESIabcDEF1234567890',
  'ya29.a0AfH6SMBabcDEF123456',
  'rubygems_0123456789abcdef01',
  'sntrys_eyJpYXQiOjE2MzQ1',
]

/** Secrets that can be told by their looks, under names that say nothing. */
export const byLook: readonly Place[] = [
  ...KEYS.flatMap((key) => [
    sent('X-Custom', key),
    got('WWW-Authenticate', `Custom realm="x", hint="${key}"`, key),
    inUrl(`/items?x=${key}`, key),
  ]),
  sent('X-Custom', HEX),
  sent('X-Custom', MIXED),
  sent('X-Custom', 'not plain: joe@mail.test, 7', 'joe@mail.test'),
  sent('X-Tenant', 'acme/7f3a', 'acme/7f3a'),
  sent('Team-Ident', 'Zorro_77!', 'Zorro_77!'),
  sent('X-Context', JWT),
  got('WWW-Authenticate', `Bearer error="invalid_token", error_description="token ${HEX} expired"`, HEX),
  got('WWW-Authenticate', `Bearer error="invalid_token", error_description="${JWT}"`, JWT),
  inUrl(`/items?x=${HEX}`, HEX),
  inUrl(`/items?x=${MIXED}`, MIXED),
  inUrl(`/items/${MIXED}`, MIXED),
  inUrl(`/items?x=Bearer%20${HEX}`, HEX),
  inUrl(`/items/${JWT}/now`, JWT),
  again('a status text with a key', HEX, { status: 401 }, { statusText: `Invalid token ${HEX}` }),
  again('a status text with a JWT', JWT, { status: 401 }, { statusText: `Invalid token ${JWT}` }),
  again(
    'a status text with a parameter',
    'Hunter2passe',
    { status: 401 },
    { statusText: 'token=Hunter2passe' },
  ),
  again(
    'an error with a parameter',
    'Hunter2passe',
    { status: 0 },
    { _error: 'net::ERR_FAILED token=Hunter2passe' },
  ),
  again(
    'a media type with a parameter',
    'Hunter2passe',
    {},
    { content: { size: 1, mimeType: 'text/plain; token=Hunter2passe' } },
  ),
  ...['connection', 'serverIPAddress', '_securityState', '_fromCache'].map((field) =>
    again(`the field ${field}`, 'Hunter2passe', { fields: { [field]: 'token=Hunter2passe' } }),
  ),
  again('a comment of the timings', 'Hunter2passe', {
    fields: { timings: { send: 0, wait: 1, receive: 0, comment: 'token=Hunter2passe' } },
  }),
]
