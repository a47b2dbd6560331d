import type { Answer, Situation } from '../situation.ts'
import { anImage, aScript, element, get, img, one, preflighted, star } from './words.ts'

const shared = { headers: star }
const csp = (policy: string) => ({ pageHeaders: { 'Content-Security-Policy': policy } })
const coep = (policy: string) => ({ pageHeaders: { 'Cross-Origin-Embedder-Policy': policy } })
const corp = (value: string): Answer => ({ headers: { 'Cross-Origin-Resource-Policy': value } })
const hash = 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='
const socketAccepted: Answer = {
  raw: 'HTTP/1.1 101 Switching\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: $accept\r\n\r\n',
  open: true,
}

export const notCors: readonly Situation[] = [
  one('outside-csp', get('a'), shared, csp("connect-src 'self'")),
  {
    id: 'outside-csp-after-redirect',
    ...csp("connect-src 'self' https://api.other.test"),
    steps: [get('a')],
    serves: { a: { status: 302, headers: { ...star, Location: '$(third:b)' } }, b: shared },
  },
  one('outside-csp-put', get('a', { method: 'PUT' }), shared, csp("connect-src 'self'")),
  one('outside-csp-img', img('a'), anImage, csp("img-src 'self'")),
  one('outside-mixed-fetch', get('plain:a'), shared),
  one('outside-mixed-put', get('plain:a', { method: 'PUT' }), preflighted(shared)),
  one('outside-mixed-script', element('script', 'plain:a'), aScript),
  one('outside-corp-no-cors', get('a', { mode: 'no-cors' }), corp('same-origin')),
  one('outside-corp-img', img('a'), { ...anImage, ...corp('same-site') }),
  one('outside-corp-cors', get('a'), { headers: { ...star, 'Cross-Origin-Resource-Policy': 'same-origin' } }),
  one('outside-coep-img', img('a'), anImage, coep('require-corp')),
  one(
    'outside-coep-img-crossorigin',
    img('a', { crossorigin: '' }),
    { ...anImage, ...shared },
    coep('require-corp'),
  ),
  one('outside-coep-no-cors', get('a', { mode: 'no-cors' }), {}, coep('require-corp')),
  one('outside-coep-fetch', get('a'), shared, coep('require-corp')),
  one('outside-coep-credentialless', img('a'), anImage, coep('credentialless')),
  one('outside-orb-script', element('script', 'a'), {
    type: 'application/json',
    body: '{"a":1}',
    headers: { 'X-Content-Type-Options': 'nosniff' },
  }),
  one('outside-orb-img', img('a'), { type: 'text/html', body: '<!doctype html>' }),
  one('outside-orb-no-cors', get('a', { mode: 'no-cors' }), { type: 'application/json', body: '{"a":1}' }),
  one('outside-nosniff-script', element('script', 'a', { crossorigin: '' }), {
    type: 'text/plain',
    body: '0',
    headers: { ...star, 'X-Content-Type-Options': 'nosniff' },
  }),
  one('outside-integrity', get('a', { integrity: hash }), shared),
  one('outside-integrity-blocked', get('a', { integrity: hash }), {}),
  one('outside-integrity-no-cors', get('a', { integrity: hash, mode: 'no-cors' }), {}),
  one(
    'outside-socket-refused',
    { does: 'socket', at: 'wss://api.other.test/r?id=$id&at=a' },
    { status: 403 },
  ),
  one(
    'outside-socket-accepted',
    { does: 'socket', at: 'wss://api.other.test/r?id=$id&at=a' },
    socketAccepted,
  ),
  one('outside-data', get('data:text/plain,?id=$id&at=a'), {}),
  one('outside-unknown-host', get('https://api.nowhere.invalid/r?id=$id&at=a'), {}),
  one('outside-unknown-host-put', get('https://api.nowhere.invalid/r?id=$id&at=a', { method: 'PUT' }), {}),
  one('outside-port-closed', get('https://api.other.test:9/r?id=$id&at=a'), {}),
  one('outside-certificate', get('https://deep.api.other.test/r?id=$id&at=a'), shared),
]

export const extensionRules: readonly Situation[] = [
  {
    id: 'rules-redirect',
    only: 'chromium',
    steps: [get('rule-moves')],
    serves: { 'rule-moves': {}, moved: shared },
  },
  { id: 'rules-block', only: 'chromium', steps: [get('rule-block')], serves: { 'rule-block': shared } },
  {
    id: 'rules-redirect-to-data',
    only: 'chromium',
    steps: [get('rule-data')],
    serves: { 'rule-data': shared },
  },
  {
    id: 'rules-strip-header',
    only: 'chromium',
    steps: [get('rule-strips')],
    serves: { 'rule-strips': shared },
  },
  {
    id: 'rules-redirect-blocked',
    only: 'chromium',
    steps: [get('rule-moves')],
    serves: { 'rule-moves': shared, moved: {} },
  },
]
