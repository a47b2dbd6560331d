import { expect, test } from 'vitest'
import { chromeEntry, chromePreflight, harText } from '../make-har.ts'
import { whycors } from './run-whycors.ts'

const get = (path: string, at: number, response: Record<string, string> = {}) =>
  chromeEntry({ url: `https://api.test${path}`, at, response, error: 'net::ERR_FAILED' })
const put = (path: string, at: number) => [
  chromePreflight({ url: `https://api.test${path}`, method: 'PUT', asks: 'x-a', status: 404, at }),
  chromeEntry({ url: `https://api.test${path}`, method: 'PUT', at, status: 0, error: 'net::ERR_FAILED' }),
]
const blocks = async (...entries: readonly object[]): Promise<readonly string[]> => {
  const { out } = await whycors(['a.har'], { 'a.har': harText(entries) })
  return [...out.matchAll(/^\d+\. ✗ (.*?) {2,}(.*)$/gm)].map(([, what, outcome]) => `${what}: ${outcome}`)
}

test('an API without anything of CORS is one block, told by its preflighted request', async () =>
  expect(await blocks(get('/a', 0), get('/b', 100), ...put('/c', 200))).toEqual([
    'PUT https://api.test/c: blocked, 3 requests',
  ]))

test('where some response has CORS headers, each problem is one', async () => {
  const some = get('/a', 0, { 'Access-Control-Allow-Origin': 'https://other.example' })
  expect(await blocks(some, get('/b', 100), ...put('/c', 200))).toHaveLength(3)
})

test('what comes before CORS stays by itself', async () => {
  const failing = chromeEntry({ url: 'https://api.test/d', at: 300, status: 500, error: 'net::ERR_FAILED' })
  expect(await blocks(get('/a', 0), get('/b', 100), failing)).toHaveLength(2)
})
