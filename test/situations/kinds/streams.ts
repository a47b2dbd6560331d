import type { Answer, Situation, Step } from '../situation.ts'
import { echo, get, leave, preflighted, star, wait, withCredentials } from './words.ts'

const events = { type: 'text/event-stream', body: 'data: lab\n\n' }
const crossed = 'HTTP/1.1 200 Lab\r\nAccess-Control-Allow-Origin: *\r\nContent-Type: text/plain\r\n'
const plainly = 'HTTP/1.1 200 Lab\r\nContent-Type: text/plain\r\n'
const stream = (head: string): Answer => ({
  raw: `${head}Transfer-Encoding: chunked\r\n\r\n3\r\nlab\r\n`,
  open: true,
})
const one = (id: string, step: Step | readonly Step[], answer: Situation['serves'][string]): Situation => ({
  id: `stream-${id}`,
  steps: 'does' in step ? [step] : step,
  serves: { a: answer },
})
const listen = (withCredentials: boolean): Step => ({ does: 'events', at: 'a', withCredentials })
const beacon = (type: string): Step => ({ does: 'beacon', at: 'a', body: '{}', type })

export const streams: readonly Situation[] = [
  one('events', listen(false), {
    raw: `${crossed.replace('text/plain', 'text/event-stream')}\r\ndata: lab\n\n`,
    open: true,
  }),
  one('events-blocked', listen(false), events),
  one('events-credentials', listen(true), { ...events, headers: withCredentials }),
  one('events-credentials-star', listen(true), { ...events, headers: star }),
  one('events-wrong-type', listen(false), { headers: star }),
  one('events-204', listen(false), { status: 204, headers: star }),
  one('never-read', leave('a'), { headers: star, body: 'x'.repeat(200_000) }),
  one('never-read-open', leave('a'), stream(crossed)),
  one('never-read-blocked', leave('a'), stream(plainly)),
  one('never-read-put', leave('a', { method: 'PUT' }), {
    preflight: { status: 204, headers: { ...star, 'Access-Control-Allow-Methods': 'PUT' } },
    actual: stream(crossed),
  }),
  one('beacon-text', beacon('text/plain'), { headers: withCredentials }),
  one('beacon-text-no-header', beacon('text/plain'), {}),
  one('beacon-json', beacon('application/json'), preflighted({ headers: withCredentials }, withCredentials)),
  one('beacon-json-star', beacon('application/json'), preflighted({ headers: star })),
  one('beacon-json-refused', beacon('application/json'), { preflight: { status: 404 }, actual: {} }),
  one('keepalive', get('a', { keepalive: true, method: 'POST', body: 'x' }), { headers: star }),
  one('keepalive-blocked', get('a', { keepalive: true, method: 'POST', body: 'x' }), {}),
  one(
    'keepalive-put',
    get('a', { keepalive: true, method: 'PUT', body: 'x' }),
    preflighted({ headers: star }),
  ),
  one('abort-before-headers', { does: 'fetch', at: 'a', after: 'abort' }, { headers: star, delay: 600 }),
  one('abort-at-headers', { does: 'fetch', at: 'a', after: 'abort at headers' }, stream(crossed)),
  one('abort-in-body', { does: 'fetch', at: 'a', after: 'abort' }, stream(crossed)),
  one(
    'abort-during-preflight',
    { does: 'fetch', at: 'a', init: { method: 'PUT' }, after: 'abort' },
    { preflight: { delay: 600, status: 204, headers: star }, actual: {} },
  ),
  one('body-chunk-broken', get('a'), {
    raw: `${crossed}Transfer-Encoding: chunked\r\n\r\n3\r\nlab\r\nzz\r\n`,
  }),
  one('body-chunk-missing', get('a'), { raw: `${crossed}Transfer-Encoding: chunked\r\n\r\n3\r\nlab\r\n` }),
  one('body-too-short', get('a'), { raw: `${crossed}Content-Length: 100\r\n\r\nlab` }),
  one('body-too-short-blocked', get('a'), { raw: `${plainly}Content-Length: 100\r\n\r\nlab` }),
  one('body-not-gzip', get('a'), { raw: `${crossed}Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\nlab` }),
  one('body-not-gzip-blocked', get('a'), {
    raw: `${plainly}Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\nlab`,
  }),
  one('body-never-read-broken', [leave('a'), wait(100)], { raw: `${crossed}Content-Length: 100\r\n\r\nlab` }),
  one('no-answer', get('a'), { drop: true }),
  one('no-answer-put', get('a', { method: 'PUT' }), preflighted({ drop: true })),
  one('headers-garbage', get('a'), { raw: 'lab' }),
  one('empty-204', get('a'), { status: 204, headers: echo }),
]
