import { again, type Place } from './place.ts'

const HEX = '0123456789abcdef'
const WORD = 'letmein/please+7'
const encoded = encodeURIComponent
const API = 'https://api.test/v1'

/** Secrets that are known by one place of the recording, and stand in another, in this or another form. */
export const byRecurrence: readonly Place[] = [
  again('a field of a custom header in the path', HEX, {
    url: `${API}/c/${HEX}/x`,
    request: { 'X-Context': `{"user": {"apiKey": "${HEX}"}}` },
  }),
  again(
    'what a status text names, in the path',
    WORD.slice(0, 13),
    { url: `${API}/c/${WORD}`, status: 401 },
    { statusText: `password=${WORD}` },
  ),
  again('a cookie in the path', HEX, { url: `${API}/c/${HEX}/x`, request: { Cookie: `a=${HEX}` } }),
  again('a cookie in a parameter', HEX, { url: `${API}/x?r=${HEX}`, request: { Cookie: `a=${HEX}` } }),
  again('a cookie in Location', HEX, {
    status: 302,
    request: { Cookie: `a=${HEX}` },
    response: { Location: `/done/${HEX}` },
  }),
  again(
    'a cookie in a status text',
    HEX,
    { status: 401, request: { Cookie: `a=${HEX}` } },
    { statusText: `No ${HEX}` },
  ),
  again('a cookie in WWW-Authenticate', HEX, {
    status: 401,
    request: { Cookie: `a=${HEX}` },
    response: { 'WWW-Authenticate': `X id=${HEX}` },
  }),
  again('a new cookie in a response header', HEX, { response: { 'Set-Cookie': `a=${HEX}`, 'X-Echo': HEX } }),
  again('an API key in the path', HEX, { url: `${API}/k/${HEX}`, request: { 'X-Api-Key': HEX } }),
  again('an API key in a harmless header', HEX, { request: { 'X-Api-Key': HEX, 'X-Request-Id': HEX } }),
  again('a bearer token in the path', HEX, {
    url: `${API}/k/${HEX}`,
    request: { Authorization: `Bearer ${HEX}` },
  }),
  again('a bearer token in a response header', HEX, {
    request: { Authorization: `Bearer ${HEX}` },
    response: { 'X-Echo': `got ${HEX}` },
  }),
  again('a parameter in the path', HEX, { url: `${API}/k/${HEX}?token=${HEX}` }),
  again('a parameter in Server-Timing', HEX, {
    url: `${API}?token=${HEX}`,
    response: { 'Server-Timing': `a;desc="${HEX}"` },
  }),
  again(
    'a parameter in a status text',
    HEX,
    { status: 401, url: `${API}?token=${HEX}` },
    { statusText: `No ${HEX}` },
  ),
  again('a custom header in the path', 'acme-77-zorro', {
    url: `${API}/t/acme-77-zorro`,
    request: { 'X-Tenant': 'acme-77-zorro' },
  }),
  again('a key percent-encoded', encoded(WORD), {
    url: `${API}/x?r=${encoded(WORD)}`,
    request: { 'X-Api-Key': WORD },
  }),
  again('a key percent-encoded in small letters', 'letmein%2fplease%2b7', {
    url: `${API}/x?r=letmein%2fplease%2b7`,
    request: { 'X-Api-Key': WORD },
  }),
  again('a key encoded twice', encoded(encoded(WORD)), {
    url: `${API}/x?r=${encoded(encoded(WORD))}`,
    request: { 'X-Api-Key': WORD },
  }),
  again('an encoded parameter decoded', WORD, {
    url: `${API}/x?token=${encoded(WORD)}`,
    response: { 'X-Echo': WORD },
  }),
  again('user and password in base64', btoa('joe:Tiger-Hunter2'), {
    url: `https://joe:Tiger-Hunter2@api.test/x`,
    response: { 'X-Echo': btoa('joe:Tiger-Hunter2') },
  }),
  again('the password of Basic credentials', 'Tiger-Hunter2', {
    url: `${API}/x/Tiger-Hunter2`,
    request: { Authorization: `Basic ${btoa('joe:Tiger-Hunter2')}` },
  }),
  again('user and password of Basic credentials', 'joe:Tiger-Hunter2', {
    request: { Authorization: `Basic ${btoa('joe:Tiger-Hunter2')}` },
    response: { 'X-Echo': 'joe:Tiger-Hunter2' },
  }),
  again('a secret of a segment in Location', HEX, {
    status: 302,
    url: `${API}/reset/${HEX}`,
    response: { Location: `/x/${HEX}` },
  }),
  again('a field of JSON in the path', 'Tiger-Hunter2', {
    url: `${API}/x/Tiger-Hunter2?v=${encoded('{"password":"Tiger-Hunter2"}')}`,
  }),
  again('a cookie in the initiator', HEX, {
    request: { Cookie: `a=${HEX}` },
    fields: { _initiator: { type: 'script', url: `https://app.example/${HEX}.js` } },
  }),
  again('user and password, too short alone', 'pw77x', {
    request: { Authorization: `Basic ${btoa('joe.doe:pw77x')}` },
    response: { 'X-Echo': 'joe.doe:pw77x' },
  }),
  again('user and password of a URL, too short alone', 'pw77x', {
    url: 'https://joe.doe:pw77x@api.test/x',
    response: { 'X-Echo': 'joe.doe:pw77x' },
  }),
  again('the password of a URL', 'Tiger-Hunter2', {
    url: 'https://joe:Tiger-Hunter2@api.test/x',
    response: { 'X-Echo': 'Tiger-Hunter2' },
  }),
  ...['', 'x-oauth-basic', 'api_token', 'X'].map((password) =>
    again(`a key in place of a user, with the password ${password}`, 'Tiger-Hunter2', {
      url: `${API}/x/Tiger-Hunter2`,
      request: { Authorization: `Basic ${btoa(`Tiger-Hunter2:${password}`)}` },
    }),
  ),
  again('a key in place of the user of a URL', 'Tiger-Hunter2', {
    url: 'https://Tiger-Hunter2:x-oauth-basic@api.test/x',
    response: { 'X-Echo': 'Tiger-Hunter2' },
  }),
  again('the response of a digest', 'Tiger-Hunter2', {
    url: `${API}/x/Tiger-Hunter2`,
    request: { Authorization: 'Digest username="joe", realm="a", response="Tiger-Hunter2"' },
  }),
  again("a service's key after other letters", 'word-word-word-1', {
    url: `${API}/x/botsk-word-word-word-1`,
    response: { 'X-Note': 'with sk-word-word-word-1' },
  }),
  {
    ...again('a cookie that is only a field of the entry', 'Tiger-Hunter2', {
      url: `${API}/x/Tiger-Hunter2`,
    }),
    sent: { cookies: [{ name: 'a', value: 'Tiger-Hunter2' }] },
  },
]
