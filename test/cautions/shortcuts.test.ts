import { describe, expect, test } from 'vitest'
import { readHarText } from '../../src/har/read-har.ts'
import { diagnosesOf } from '../diagnoses-of.ts'
import { chromeEntry, harText } from '../make-har.ts'
import { get, STAR, testCaution } from './caution-cases.ts'

testCaution('public-cors-proxy', [
  {
    when: 'a public CORS proxy is asked',
    entries: get(STAR, { url: 'https://corsproxy.io/?url=https%3A%2F%2Fapi.test%2Fitems' }),
    noticed: true,
    says: ['corsproxy.io'],
  },
  {
    when: 'it is handed a token',
    entries: get(STAR, {
      url: 'https://cors-anywhere.herokuapp.com/https://api.test/items',
      request: { Authorization: 'Bearer x', 'X-Api-Key': 'y' },
    }),
    noticed: true,
    says: ['authorization', 'x-api-key'],
  },
  {
    when: 'it blocks the request all the same',
    entries: get({}, { url: 'https://api.allorigins.win/raw?url=x', error: 'net::ERR_FAILED' }),
    noticed: true,
  },
  {
    when: 'one of several services of a host is a proxy',
    entries: get(STAR, { url: 'https://api.codetabs.com/v1/proxy?quest=api.test' }),
    noticed: true,
  },
  {
    when: 'another service of that host is asked',
    entries: get(STAR, { url: 'https://api.codetabs.com/v1/loc?github=a/b' }),
    noticed: false,
  },
  {
    when: 'a host only ends in such a name',
    entries: get(STAR, { url: 'https://mycorsproxy.io/?url=x' }),
    noticed: false,
  },
  {
    when: 'such a name is only in the query',
    entries: get(STAR, { url: 'https://api.test/?via=https://corsproxy.io/' }),
    noticed: false,
  },
])

const script = (url: string, type: string) =>
  get({ 'Content-Type': type }, { url, type: 'script', mode: 'no-cors' })

testCaution('jsonp', [
  {
    when: 'a script is asked to call a function of a made-up name',
    entries: script('https://api.test/items?callback=jQuery36004_1733&_=1', 'text/javascript'),
    noticed: true,
    says: ['api.test', 'callback='],
  },
  {
    when: 'a script with a callback turns out to be JSON',
    entries: script('https://api.test/items?jsonp=show', 'application/json; charset=utf-8'),
    noticed: true,
  },
  {
    when: 'a loader calls back when it is there',
    entries: script('https://maps.test/api/js?callback=initMap', 'text/javascript; charset=UTF-8'),
    noticed: false,
  },
  {
    when: 'fetch() asks with such a parameter',
    entries: get(STAR, { url: 'https://api.test/items?callback=jQuery36004_1733' }),
    noticed: false,
  },
  {
    when: 'a script has no callback',
    entries: script('https://cdn.test/a.js?v=1', 'text/javascript'),
    noticed: false,
  },
])

describe('of what CORS has no say in', () => {
  test('only JSONP is told, and no caution about CORS headers', () => {
    const entries = [
      chromeEntry({
        url: 'https://api.test/items?callback=jQuery36004_1733',
        type: 'script',
        mode: 'no-cors',
        response: { ...STAR, 'Access-Control-Allow-Credentials': 'true', 'X-Total-Count': '1' },
      }),
    ]
    const read = readHarText(harText(entries), 0, 'test.har')
    const [diagnosis] = diagnosesOf(read.recording, read.entries, { engine: null, show: (value) => value })
    expect(diagnosis?.verdict.type).toBe('not-cors')
    expect(diagnosis?.cautions.map(({ id }) => id)).toEqual(['jsonp'])
  })
})
