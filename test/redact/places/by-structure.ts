import { got, inUrl, type Place, sent } from './place.ts'

const WORD = 'Tiger-Hunter2'
const HEX = '0123456789abcdef0123456789abcdef'
const UUID = '3f2504e0-4f89-41d3-9a0c-0305e82c3301'
const encoded = encodeURIComponent

/** Segments after which a path has a secret. */
const TELLING =
  `reset-password resetPassword password-reset reset magic-link magic invite invitation access_token token tokens
  unsubscribe verify-email confirm activate session secret apikey forgot`.split(/\s+/)

/** Secrets within JSON, GraphQL, other URLs and paths. */
export const byStructure: readonly Place[] = [
  ...TELLING.flatMap((segment) => [inUrl(`/${segment}/${HEX}`, HEX), inUrl(`/${segment}/${UUID}?x=1`, UUID)]),
  ...TELLING.slice(0, 6).flatMap((segment) => [
    got('Location', `https://app.example/${segment}/${HEX}`, HEX),
    got('Location', `/${segment}/${UUID}`, UUID),
  ]),
  inUrl('/invite/kJ8sLq2ZpT0vXb4NfRw6Yc', 'kJ8sLq2ZpT0vXb4NfRw6Yc'),
  inUrl(`/calendar/private-${HEX}/basic.ics`, HEX),
  inUrl('/verify/839201', '839201'),
  inUrl(`/reset/MQ/c8zq3b-5f4dcc3b5aa765d61d83/`, 'c8zq3b-5f4dcc3b5aa765d61d83'),
  inUrl(`/token:${HEX}`, HEX),
  inUrl(`/items/key=${WORD}/x`, WORD),
  inUrl(`/graphql?variables=${encoded(`{"email":"joe@mail.test","password":"${WORD}"}`)}`, WORD),
  inUrl(`/graphql?variables=${encoded(`{"input":{"newPassword":"${WORD}"}}`)}`, WORD),
  inUrl(`/graphql?variables=${encoded(JSON.stringify({ input: JSON.stringify({ password: WORD }) }))}`, WORD),
  inUrl(`/graphql?query=${encoded(`mutation{login(password:"${WORD}"){id}}`)}`, WORD),
  inUrl(`/graphql?query=${encoded(`mutation { login(user: "joe", pin: "${WORD}") { id } }`)}`, WORD),
  inUrl(`/https://joe:${WORD}@other.test/a`, WORD),
  inUrl(`/https:/joe:${WORD}@other.test/a`, WORD),
  inUrl(`/proxy/https://other.test/a?access_token=${WORD}`, WORD),
  inUrl(`/proxy/${encoded(`https://other.test/a?access_token=${WORD}`)}`, WORD),
  inUrl(`/a?next=${encoded(`/cb?access_token=${WORD}`)}`, WORD),
  inUrl(`/a?next=${encoded(encoded(`/cb?access_token=${WORD}`))}`, WORD),
  inUrl(`/a?next=${encoded(encoded(encoded(`/cb?access_token=${WORD}`)))}`, WORD),
  inUrl(`/a?next=${encoded(`https://joe:${WORD}@other.test/`)}`, WORD),
  inUrl(`/a?next=${encoded(`/reset-password/${HEX}`)}`, HEX),
  inUrl(`/a?data=${encoded(`<login><password>${WORD}</password></login>`)}`, WORD),
  {
    ...inUrl('/', WORD),
    what: 'user and password in a URL',
    entry: { url: `https://joe:${WORD}@api.test/items` },
  },
  sent('X-Context', `{"user":"joe","access_token":"${WORD}"}`, WORD),
  sent('Sec-WebSocket-Protocol', `bearer, ${WORD}`, WORD),
  sent('Sec-WebSocket-Protocol', `graphql-ws, base64.bearer.authorization.${WORD}`, WORD),
  got('Access-Control-Allow-Headers', `X-Api-Key: ${WORD}`, WORD),
  got('Server-Timing', `auth;desc="token=${WORD}"`, WORD),
  got('WWW-Authenticate', `Custom data="{\\"password\\":\\"${WORD}\\"}"`, WORD),
  got('Location', `/cb?code=${WORD}&state=${HEX}`, WORD),
  got('Location', `/cb?code=${WORD}&state=${HEX}`, HEX),
  got('Location', `/cb#state=${HEX}`, HEX),
  got('Location', `https://app.example/login?next=${encoded(`/cb?token=${WORD}`)}`, WORD),
  got('Access-Control-Allow-Origin', `https://app.example/?token=${WORD}`, WORD),
  sent('Referer', `https://app.example/?access_token=${WORD}`, WORD),
]
