import type { EntryDescription } from '../../make-har.ts'
import type { Place } from './place.ts'
import { SECRET } from './secret.ts'

const inField = (what: string, entry: EntryDescription, more: Partial<Place> = {}): Place => ({
  what: `again: ${what}`,
  secret: SECRET,
  entry: { ...entry, request: { Authorization: `Bearer ${SECRET}`, ...entry.request } },
  ...more,
})

const page = `https://${SECRET}.example`

/**
 * One secret in each field that any output shows, so that an output that shows one field unmasked is found.
 */
export const inFields: readonly Place[] = [
  inField('the method', { method: SECRET }, { isConfigured: true }),
  inField("the page's origin", { page }, { isConfigured: true }),
  inField('the host', { url: `https://${SECRET}.test:8443/a` }, { isConfigured: true }),
  inField('the name of a request header', { request: { [`x-${SECRET}`]: '1' } }, { isConfigured: true }),
  inField(
    'a refused method',
    { method: SECRET, credentials: 'include' },
    { isConfigured: true, preflight: { 'Access-Control-Allow-Methods': 'PUT' } },
  ),
  inField(
    'a refused header',
    { credentials: 'include', request: { [`x-${SECRET}`]: '1' } },
    { isConfigured: true, preflight: { 'Access-Control-Allow-Headers': 'authorization' } },
  ),
  inField(
    'two refused headers',
    { credentials: 'include', request: { [`x-${SECRET}`]: '1', [`y-${SECRET}`]: '1' } },
    { isConfigured: true, preflight: { 'Access-Control-Allow-Headers': 'authorization' } },
  ),
  inField(
    'an allowed method that is no token',
    { method: 'PUT', credentials: 'include' },
    { preflight: { 'Access-Control-Allow-Methods': `PUT, (${SECRET})` } },
  ),
  inField(
    'an allowed header that is no token',
    { credentials: 'include' },
    { preflight: { 'Access-Control-Allow-Headers': `authorization, (${SECRET})` } },
  ),
  inField('the port and path', { url: `https://api.test:8443/${SECRET}/a?${SECRET}=1#${SECRET}` }),
  inField('the name of a response header', { response: { [`x-${SECRET}`]: '1' } }),
  inField('the value of a response header', { response: { 'X-Ratelimit': `for ${SECRET}` } }),
  inField('the status text', { status: 502 }, { response: { statusText: `Bad ${SECRET}` } }),
  inField('the error', { status: 0, error: `net::ERR_${SECRET}` }),
  inField('the allowed origin', { response: { 'Access-Control-Allow-Origin': page } }),
  inField('the allowed origin, no URL', { response: { 'Access-Control-Allow-Origin': SECRET } }),
  inField('allowed credentials', {
    credentials: 'include',
    response: {
      'Access-Control-Allow-Origin': 'https://app.example',
      'Access-Control-Allow-Credentials': SECRET,
    },
  }),
  inField('exposed names', {
    error: null,
    response: {
      'Access-Control-Allow-Origin': 'https://app.example',
      'Access-Control-Expose-Headers': `x-${SECRET}`,
      [`x-${SECRET}`]: '1',
    },
  }),
  inField('where a redirect leads', {
    status: 302,
    response: { 'Access-Control-Allow-Origin': 'https://app.example', Location: `foo://${SECRET}/` },
  }),
  inField('user and password of a redirect', {
    status: 302,
    response: {
      'Access-Control-Allow-Origin': 'https://app.example',
      Location: `https://joe:${SECRET}@b.test/`,
    },
  }),
  inField('the file that a redirect leads to', {
    status: 302,
    response: { 'Access-Control-Allow-Origin': 'https://app.example', Location: `file:///${SECRET}` },
  }),
  inField('the server', { response: { Server: `${SECRET}/1.0`, 'X-Powered-By': SECRET } }),
  inField('a challenge', { status: 401, response: { 'WWW-Authenticate': `Bearer realm="${SECRET}"` } }),
  inField("a cookie's name", {}, { sent: { cookies: [{ name: `c-${SECRET}`, value: '1' }] } }),
  inField("a cookie's value", {}, { sent: { cookies: [{ name: 'a', value: SECRET }] } }),
  inField('a subprotocol', { type: 'websocket', request: { 'Sec-WebSocket-Protocol': `chat, ${SECRET}` } }),
  inField('the cache', { fields: { _fromCache: SECRET } }),
  inField('the security state', { fields: { _securityState: SECRET, serverIPAddress: SECRET } }),
  inField('the kind of resource', { type: SECRET }),
  inField('the code that called', {
    fields: {
      _initiator: {
        type: 'script',
        stack: {
          callFrames: [{ url: `https://app.example/${SECRET}.js`, lineNumber: 1, functionName: SECRET }],
        },
      },
    },
  }),
  inField('the tool that recorded', {}, { creator: SECRET }),
  inField(
    'a response that is moved',
    { status: 301 },
    { response: { redirectURL: `https://b.test/${SECRET}` } },
  ),
  inField('a server with a name too long to be quoted whole', {
    response: { Server: `nginx/1.20 ${'x'.repeat(60)} ${SECRET}` },
  }),
  inField('a header too long for a link', { response: { 'X-Generator': `${'wp '.repeat(36)}${SECRET}` } }),
  inField(
    'the first of two URLs',
    {
      url: `https://api.test/${SECRET}?access_token=${SECRET}`,
      status: 302,
      error: null,
      response: { 'Access-Control-Allow-Origin': 'https://app.example', Location: 'https://b.test/' },
    },
    { next: { url: 'https://b.test/', request: { Authorization: `Bearer ${SECRET}` } } },
  ),
  inField(
    'the status text of a preflight',
    { method: 'PUT' },
    {
      preflight: {},
      answer: { status: 500, statusText: `Bad ${SECRET}` },
    },
  ),
  inField('the kind of code that called', { fields: { _initiator: { type: SECRET } } }),
  inField(
    'the type of a response without the header',
    {},
    {
      response: { content: { size: 1, mimeType: `text/${SECRET}` } },
    },
  ),
]
