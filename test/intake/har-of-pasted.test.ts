import { describe, expect, it } from 'vitest'
import { exchangeOfCurl } from '../../src/intake/exchange-of-curl.ts'
import { exchangesOfHeaders } from '../../src/intake/exchanges-of-headers.ts'
import { harOfPasted } from '../../src/intake/har-of-pasted.ts'
import type { PastedExchange } from '../../src/intake/pasted-exchange.ts'
import { explain } from '../../src/library/explain.ts'

const assumptions = { url: 'https://api.example', origin: 'https://app.example' }

async function judged(exchanges: readonly PastedExchange[]) {
  const { har, assumed } = harOfPasted(exchanges, assumptions)
  const { exchanges: found } = await explain(har, { all: true })
  return {
    assumed,
    found: found.map(({ url, method, verdict, causes }) => [
      method,
      url,
      verdict,
      ...causes.slice(0, 1).map(({ rule }) => rule),
    ]),
  }
}

describe('header text', () => {
  it('a request and its response are judged', async () =>
    expect(
      await judged(
        exchangesOfHeaders(
          'GET /items HTTP/1.1\nHost: api.test\nOrigin: https://shop.test\n\nHTTP/1.1 200 OK\nAccess-Control-Allow-Origin: https://other.test\n',
        ),
      ),
    ).toEqual({
      assumed: [],
      found: [['GET', 'https://api.test/items', 'blocked', 'allow-origin-mismatch']],
    }))

  it('a preflight and its request are one fetch', async () =>
    expect(
      await judged(
        exchangesOfHeaders(`> OPTIONS /items HTTP/2
> Host: api.test
> Origin: https://shop.test
> Access-Control-Request-Method: PUT
>
< HTTP/2 204
< access-control-allow-origin: https://shop.test
<
> PUT /items HTTP/2
> Host: api.test
> Origin: https://shop.test
>
< HTTP/2 200
< access-control-allow-origin: https://shop.test
<`),
      ),
    ).toEqual({ assumed: [], found: [['PUT', 'https://api.test/items', 'blocked', 'method-not-allowed']] }))

  it('a response alone: what it needs is assumed, and said', async () =>
    expect(await judged(exchangesOfHeaders('HTTP/1.1 200 OK\nContent-Type: text/html'))).toEqual({
      assumed: ['url', 'method', 'origin'],
      found: [['GET', 'https://api.example', 'blocked', 'allow-origin-missing']],
    }))
})

describe('a curl command', () => {
  it('alone shows no response, so nothing is said to be blocked', async () =>
    expect(
      await judged([exchangeOfCurl("curl 'https://api.test/x' -H 'Origin: https://shop.test'")]),
    ).toEqual({
      assumed: [],
      found: [['GET', 'https://api.test/x', 'cannot-tell']],
    }))

  it('with what curl -i printed is judged', async () =>
    expect(
      await judged([
        exchangeOfCurl('$ curl -i https://api.test/x\nHTTP/2 200\naccess-control-allow-origin: *\n\nhello'),
      ]),
    ).toEqual({
      assumed: ['origin'],
      found: [['GET', 'https://api.test/x', 'depends', 'allow-origin-wildcard-with-credentials']],
    }))
})
