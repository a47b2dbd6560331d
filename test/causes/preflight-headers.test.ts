import { describe } from 'vitest'
import { chromeEntry, firefoxEntry, firefoxPreflight } from '../make-har.ts'
import { testCauses } from './cause-cases.ts'
import { blocked, ECHO, stopped } from './exchanges.ts'

describe('the preflight refuses headers', () => {
  const allowing = {
    ...ECHO,
    'Access-Control-Allow-Methods': 'PUT',
    'Access-Control-Allow-Headers': 'content-type',
  }
  testCauses([
    {
      when: 'only tracing headers',
      entries: stopped({ asks: 'baggage,content-type,sentry-trace', response: allowing }),
      shows: 'tracing-header',
      confidence: 'high',
    },
    {
      when: 'tracing headers and another',
      entries: stopped({ asks: 'traceparent,x-api-key', response: allowing }),
      shows: 'tracing-header',
      confidence: 'medium',
    },
    {
      when: 'a header of the page’s own',
      entries: stopped({ asks: 'x-api-key', response: allowing }),
      showsNot: 'tracing-header',
    },
    {
      when: 'User-Agent, which Firefox asks for',
      entries: [
        firefoxPreflight({ method: 'PUT', asks: 'user-agent', response: allowing }),
        firefoxEntry({
          at: 2,
          method: 'PUT',
          status: 0,
          neverSent: true,
          fields: { _securityState: 'insecure' },
        }),
      ],
      creator: 'Firefox',
      shows: 'user-agent-set-by-page',
    },
    {
      when: 'another header is not User-Agent',
      entries: stopped({ asks: 'x-user-agent', response: allowing }),
      showsNot: 'user-agent-set-by-page',
    },
    {
      when: 'a GET with a Content-Type asks without need',
      entries: stopped({ method: 'GET', asks: 'content-type', status: 404 }),
      shows: 'needless-preflight-trigger',
    },
    {
      when: 'a POST of JSON needs its Content-Type',
      entries: stopped({ method: 'POST', asks: 'content-type', status: 404 }),
      showsNot: 'needless-preflight-trigger',
    },
  ])
})

describe('the page', () => {
  const opaque = { page: 'null', request: { Origin: 'null', Referer: null } }
  const file = {
    _initiator: { type: 'script', stack: { callFrames: [{ url: 'file:///home/a/index.html' }] } },
  }
  testCauses([
    {
      when: 'opened from disk',
      entries: [blocked({ ...opaque, response: ECHO, fields: file })],
      shows: 'page-from-disk',
    },
    {
      when: 'not from disk',
      entries: [blocked({ request: { Origin: 'null' }, response: ECHO })],
      showsNot: 'page-from-disk',
    },
    {
      when: 'in a sandboxed frame',
      entries: [blocked({ request: { Origin: 'null' }, response: ECHO })],
      shows: 'sandboxed-frame',
      confidence: 'medium',
    },
    {
      when: 'from disk is no frame',
      entries: [blocked({ ...opaque, response: ECHO, fields: file })],
      showsNot: 'sandboxed-frame',
    },
    {
      when: 'asks with no-cors',
      entries: [chromeEntry({ mode: 'no-cors' })],
      shows: 'no-cors-as-a-fix',
    },
    {
      when: 'has an image',
      entries: [chromeEntry({ mode: 'no-cors', type: 'image' })],
      showsNot: 'no-cors-as-a-fix',
    },
  ])
})
