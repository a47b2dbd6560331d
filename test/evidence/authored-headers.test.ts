import { describe, expect, it } from 'vitest'
import { authoredHeaders, WITHHELD } from '../../src/evidence/authored-headers.ts'
import { valuesOfFact } from '../../src/evidence/fact.ts'
import { standard } from '../../src/fetch/implementation.ts'
import { corsUnsafeRequestHeaderNames } from '../../src/fetch/request-headers.ts'
import type { Recording } from '../../src/har/har-entry.ts'
import { headers } from '../fetch/records.ts'
import { chrome, entry, firefox, preflight } from './entry.ts'

const authored = (sent: readonly string[], names: string | null = null, recording: Recording = chrome) =>
  authoredHeaders(
    {
      actual: entry({ index: 1, sent }),
      preflight: names === null ? null : preflight('GET', { index: 2, names }),
      standIn: null,
    },
    recording,
  )
const lists = (...args: Parameters<typeof authored>) =>
  valuesOfFact(authored(...args)).map((list) => list.map(({ name, value }) => `${name}: ${value}`))

describe('without a preflight', () => {
  it('leaves out what only the browser can have set', () =>
    expect(
      lists([
        'Host: api.example',
        'Origin: x',
        'User-Agent: y',
        'Accept-Language: de',
        'Sec-Fetch-Mode: cors',
        'X-A: 1',
        'Priority: u=1',
      ]),
    ).toEqual([['X-A: 1']]))

  it('keeps what browsers never add', () =>
    expect(lists(['Accept: */*', 'Content-Type: application/json', 'Range: bytes=0-1'])).toEqual([
      ['Accept: */*', 'Content-Type: application/json', 'Range: bytes=0-1'],
    ]))

  it.each([
    ['Disable cache in the developer tools', ['Cache-Control: no-cache', 'Pragma: no-cache']],
    ['a reload', ['Cache-Control: max-age=0']],
    ['revalidation', ['If-None-Match: "1"', 'If-Modified-Since: x']],
    ['client hints', ['DPR: 2', 'Viewport-Width: 800', 'Save-Data: on']],
    ['an answered login prompt', ['Authorization: Basic x']],
    ['an event source that reconnects', ['Last-Event-ID: 4']],
  ])('leaves open whether the page set what %s adds', (_, sent) => {
    expect(lists(['X-A: 1', ...sent])).toEqual([['X-A: 1'], ['X-A: 1', ...sent]])
    expect(authored(sent)).toMatchObject({ known: false, because: 'the browser adds such headers too' })
  })

  it('knows that no browser adds other values of these', () =>
    expect(lists(['Cache-Control: private', 'Pragma: x'])).toEqual([['Cache-Control: private', 'Pragma: x']]))

  it('has nothing to say of a request that was not recorded but for its preflight', () =>
    expect(
      authoredHeaders(
        { actual: null, preflight: preflight('PUT', { names: 'x-a' }), standIn: null },
        firefox,
      ),
    ).toMatchObject({
      known: true,
      value: [{ name: 'x-a', value: WITHHELD }],
    }))
})

describe('with a preflight', () => {
  it('takes its word for the CORS-unsafe names, with the spelling and values of the request', () =>
    expect(authored(['X-Api-Key: 1', 'Cache-Control: no-cache', 'Pragma: no-cache'], 'x-api-key')).toEqual({
      known: true,
      value: headers('X-Api-Key: 1'),
      source: { entry: 2, field: 'request.headers.Access-Control-Request-Headers', value: 'x-api-key' },
    }))

  it('counts Cache-Control where it was asked for', () =>
    expect(lists(['Cache-Control: no-cache'], 'cache-control')).toEqual([['Cache-Control: no-cache']]))

  it('counts a value that the recording withholds, as one that is unsafe', () => {
    const fact = authored(['X-A: 1'], 'authorization,content-type,x-a')
    const [list = []] = valuesOfFact(fact)
    expect(list).toContainEqual({ name: 'authorization', value: WITHHELD })
    expect(corsUnsafeRequestHeaderNames(list, standard)).toEqual(['authorization', 'content-type', 'x-a'])
  })

  it('takes a value that is safelisted as it stands for several, where it was asked for nevertheless', () =>
    expect(
      lists(['Content-Type: multipart/form-data; boundary=x, application/json'], 'content-type', firefox),
    ).toEqual([['Content-Type: multipart/form-data; boundary=x', 'Content-Type: application/json']]))

  it('takes such a value for the first of several, where it is one', () =>
    expect(lists(['Content-Type: text/plain'], 'content-type', firefox)).toEqual([
      [`Content-Type: ${WITHHELD}`],
    ]))

  it('keeps safelisted headers that the preflight does not name', () =>
    expect(lists(['Accept: text/html', 'X-A: 1', 'Content-Type: text/plain'], 'x-a')).toEqual([
      ['X-A: 1', 'Accept: text/html', 'Content-Type: text/plain'],
    ]))

  it('leaves open whether script set a client hint, which Chromium safelists', () => {
    expect(lists(['DPR: 2', 'X-A: 1'], 'x-a')).toEqual([['X-A: 1'], ['X-A: 1', 'DPR: 2']])
    expect(lists(['DPR: 2', 'X-A: 1'], 'x-a', firefox)).toEqual([['X-A: 1']])
    expect(lists(['DPR: 2', 'X-A: 1'], 'dpr,x-a', firefox)).toEqual([['DPR: 2', 'X-A: 1']])
  })
})
