import { describe, expect, it } from 'vitest'
import { writersOfDoubled } from '../../src/reading/writers-of-doubled.ts'
import { chromeEntry, type HeaderRecord, verdictsOf } from '../make-har.ts'

const NAME = 'Access-Control-Allow-Origin'

function writersIn(response: HeaderRecord) {
  const entry = verdictsOf([chromeEntry({ response })])[0]?.exchange.chain[0].actual
  if (entry === null || entry === undefined) throw new Error('no entry')
  const writers = writersOfDoubled(entry, NAME)
  return writers === null ? null : [writers.application.value, writers.inFront.value]
}

describe('who wrote which of two lines of a header', () => {
  const doubled = { 'access-control-allow-origin': 'https://a.example', [NAME]: '*', Server: 'nginx' }

  it('is told by an application that writes lower case', () =>
    expect(writersIn({ ...doubled, 'x-request-id': '1' })).toEqual(['https://a.example', '*']))

  it('is told by an application that writes capitals', () =>
    expect(writersIn({ ...doubled, 'X-Powered-By': 'Express' })).toEqual(['*', 'https://a.example']))

  it.each<[string, HeaderRecord]>([
    ['nothing else is the application’s', doubled],
    ['the application writes both', { ...doubled, 'x-request-id': '1', 'X-Powered-By': 'Express' }],
    ['a server in front may have added the other', { ...doubled, 'X-Frame-Options': 'DENY' }],
    ['both are written alike', { [NAME]: ['https://a.example', '*'], 'X-Powered-By': 'Express' }],
    [
      'HTTP/2 has no capitals',
      { 'access-control-allow-origin': ['https://a.example', '*'], 'x-request-id': '1' },
    ],
  ])('stays open where %s', (_, response) => expect(writersIn(response)).toBeNull())
})
