import { describe } from 'vitest'
import { chromeEntry, chromePreflight } from '../make-har.ts'
import { testCauses } from './cause-cases.ts'
import { ECHO } from './exchanges.ts'

const body = (error: string, rest = {}) => [chromeEntry({ error, response: ECHO, ...rest })]
const handshake = (status: number, request = {}) => [
  chromeEntry({
    url: 'wss://api.test/ws',
    type: 'websocket',
    mode: 'websocket',
    status,
    request: { Upgrade: 'websocket', ...request },
  }),
]

describe('a body that could not be read', () => {
  testCauses([
    {
      when: 'chunks that break off',
      entries: body('net::ERR_INCOMPLETE_CHUNKED_ENCODING'),
      shows: 'broken-body',
      confidence: 'high',
    },
    { when: 'a wrong length', entries: body('net::ERR_CONTENT_LENGTH_MISMATCH'), shows: 'broken-body' },
    { when: 'no gzip', entries: body('net::ERR_CONTENT_DECODING_FAILED'), shows: 'broken-body' },
    { when: 'a reset in the middle', entries: body('net::ERR_CONNECTION_RESET'), shows: 'broken-body' },
    {
      when: 'a reset before any header is a lost connection',
      entries: body('net::ERR_CONNECTION_RESET', { status: 0 }),
      showsNot: 'broken-body',
    },
    { when: 'an abort is the page’s own wish', entries: body('net::ERR_ABORTED'), showsNot: 'broken-body' },
  ])
})

describe('a WebSocket', () => {
  testCauses([
    {
      when: 'refused with 403',
      entries: handshake(403),
      shows: 'websocket-refused',
      confidence: 'high',
    },
    { when: 'sent elsewhere', entries: handshake(404), shows: 'websocket-refused', confidence: 'medium' },
    { when: 'that was opened', entries: handshake(101), showsNot: 'websocket-refused' },
    {
      when: 'that is none: a fetch with 403',
      entries: [chromeEntry({ status: 403, error: 'net::ERR_FAILED' })],
      showsNot: 'websocket-refused',
    },
  ])
})

describe('a worker’s request of which Chrome records no response', () => {
  const asked = {
    method: 'PUT',
    response: { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Methods': 'PUT' },
  }
  const page = { pageref: 'page_1' }
  const lost = { method: 'PUT', status: 0, error: 'net::ERR_FAILED' }
  testCauses([
    {
      when: 'names no page, though its preflight does',
      entries: [
        chromePreflight({ ...asked, at: 5, time: 5, fields: page }),
        chromeEntry({ ...lost, time: 30, request: { 'sec-ch-ua': null } }),
      ],
      shows: 'dedicated-worker',
    },
    {
      when: 'is the page’s own where both name it',
      entries: [
        chromePreflight({ ...asked, at: 5, time: 5, fields: page }),
        chromeEntry({ ...lost, time: 30, fields: page }),
      ],
      showsNot: 'dedicated-worker',
    },
  ])
})

describe('a header whose name is almost right', () => {
  const sends = (response: Readonly<Record<string, string>>) => [
    chromeEntry({ error: 'net::ERR_FAILED', response }),
  ]
  testCauses([
    {
      when: 'with an s too many',
      entries: sends({ 'Access-Control-Allow-Origins': 'https://app.example' }),
      shows: 'header-misspelled',
      confidence: 'high',
    },
    {
      when: 'with underscores',
      entries: sends({ Access_Control_Allow_Origin: '*' }),
      shows: 'header-misspelled',
    },
    {
      when: 'and is no other header of CORS',
      entries: sends({ 'Access-Control-Allow-Credentials': 'true', 'Access-Control-Allow-Methods': 'GET' }),
      showsNot: 'header-misspelled',
    },
    {
      when: 'hides the miss of a list, which it is not',
      entries: sends({ 'Access-Control-Allow-Origins': '*', Vary: 'Origin' }),
      showsNot: 'allow-list-miss',
    },
    {
      when: 'a list with nothing behind the comma was not set twice',
      entries: sends({ 'Access-Control-Allow-Origin': '*,' }),
      showsNot: 'set-twice',
    },
  ])
})

describe('a copy in the browser’s cache', () => {
  const kept = { 'Access-Control-Allow-Origin': 'https://other.example', 'Cache-Control': 'max-age=600' }
  const cached = (response: Readonly<Record<string, string>>) => [
    chromeEntry({ error: 'net::ERR_FAILED', response, fields: { _fromCache: 'disk' } }),
  ]
  testCauses([
    {
      when: 'made for another page',
      entries: cached(kept),
      shows: 'cached-for-another-origin',
      confidence: 'high',
    },
    {
      when: 'that varies by origin',
      entries: cached({ ...kept, Vary: 'Origin' }),
      showsNot: 'cached-for-another-origin',
    },
    {
      when: 'is none where the server answered',
      entries: [chromeEntry({ error: 'net::ERR_FAILED', response: kept })],
      showsNot: 'cached-for-another-origin',
    },
  ])
})
