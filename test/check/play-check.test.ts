import { describe, expect, test } from 'vitest'
import { type PlayedCheck, playCheck } from '../../src/check/play-check.ts'
import { header, limits, request, server } from './check-request.ts'

const OPEN = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Methods': 'PUT, DELETE' }

const played = async (...args: Parameters<typeof playCheck>): Promise<PlayedCheck> => {
  const result = await playCheck(...args)
  if ('typeError' in result) throw new Error(result.typeError)
  return result
}

describe('what is sent', () => {
  test('a simple request has no preflight', async () => {
    const { send, lines } = server(() => ({ headers: OPEN }))
    const { outcome } = await played(request(), limits(), send)
    expect([lines(), outcome.type]).toEqual([['GET https://api.example/items'], 'shared'])
  })

  test('a preflight comes first, and the request only if it passes', async () => {
    const passing = server(() => ({ headers: OPEN }))
    await played(request({ method: 'PUT' }), limits(), passing.send)
    expect(passing.lines()).toEqual(['OPTIONS https://api.example/items', 'PUT https://api.example/items'])
    const refusing = server(() => ({ headers: { 'Access-Control-Allow-Origin': '*' } }))
    const { outcome } = await played(request({ method: 'PUT' }), limits(), refusing.send)
    expect([refusing.lines(), outcome.type]).toEqual([['OPTIONS https://api.example/items'], 'blocked'])
  })

  test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'PURGE'])('%s waits for permission', async (method) => {
    const { send, lines } = server(() => ({ headers: { ...OPEN, 'Access-Control-Allow-Methods': '*' } }))
    const { messages } = await played(request({ method }), limits({ sendsChanges: false }), send)
    expect(lines()).toEqual(method === 'POST' ? [] : ['OPTIONS https://api.example/items'])
    expect(messages.at(-1)).toMatchObject({ notSent: 'may change state', request: { method } })
  })

  test('nothing but a preflight with preflightOnly', async () => {
    const { send, lines } = server(() => ({ headers: OPEN }))
    const { messages } = await played(request(), limits({ preflightOnly: true }), send)
    expect([lines(), messages[0]?.notSent]).toEqual([[], 'preflight only'])
  })

  test('no mixed content, with its preflight neither', async () => {
    const { send, lines } = server(() => ({ headers: OPEN }))
    const { messages, outcome } = await played(
      request({ url: 'http://api.example/', method: 'PUT' }),
      limits(),
      send,
    )
    expect([lines(), messages.length, outcome.type]).toEqual([[], 1, 'network error'])
    expect(messages[0]).toMatchObject({ phase: 'actual', notSent: 'mixed content' })
  })

  test('what fetch() refuses to make is not a request', async () => {
    const { send, lines } = server(() => ({}))
    expect(await playCheck(request({ method: 'TRACE' }), limits(), send)).toEqual({
      typeError: 'method is forbidden',
    })
    expect(lines()).toEqual([])
  })

  test('what the network fails ends it', async () => {
    const fault = { fault: 'dns', message: 'no such name' } as const
    const { messages, outcome } = await played(request({ method: 'PUT' }), limits(), async () => fault)
    expect([messages.length, messages[0]?.response, outcome.type]).toEqual([1, fault, 'network error'])
  })
})

describe('redirects', () => {
  const leading = (to: string, status = 302) =>
    server(({ method, url }) => ({
      status: url.endsWith('/items') && method !== 'OPTIONS' ? status : 200,
      headers: { ...OPEN, 'Access-Control-Allow-Headers': '*, authorization', Location: to },
    }))

  test('to a third origin taint the origin, drop Authorization, and need a preflight of their own', async () => {
    const { send, received, lines } = leading('https://third.example/x')
    const headers = [
      { name: 'Authorization', value: 'Bearer secret' },
      { name: 'X-Api', value: '1' },
    ]
    await played(request({ headers, cookie: 'sid=1', credentials: 'omit' }), limits(), send)
    expect(lines()).toEqual([
      'OPTIONS https://api.example/items',
      'GET https://api.example/items',
      'OPTIONS https://third.example/x',
      'GET https://third.example/x',
    ])
    expect(received.map((one) => header(one, 'Origin'))).toEqual([
      'https://app.example',
      'https://app.example',
      'null',
      'null',
    ])
    expect(received.map((one) => header(one, 'Authorization'))).toEqual([null, 'Bearer secret', null, null])
    expect(header(received[2] ?? fail(), 'Access-Control-Request-Headers')).toBe('x-api')
  })

  test('with 303 turn a PUT into a GET without its body', async () => {
    const { send, received } = leading('https://api.example/done', 303)
    await played(request({ method: 'PUT', body: 'x' }), limits(), send)
    const last = received.at(-1) ?? fail()
    expect([last.method, last.body, header(last, 'Content-Type'), header(last, 'Content-Length')]).toEqual([
      'GET',
      null,
      null,
      null,
    ])
  })

  test('end after 20', async () => {
    const { send, received } = server(() => ({ status: 302, headers: { ...OPEN, Location: '/items' } }))
    const { outcome } = await played(request(), limits(), send)
    expect([received.length, outcome.type]).toEqual([21, 'blocked'])
  })

  test('use what one preflight allowed again', async () => {
    const { send, lines } = server(({ method }) => ({
      status: method === 'OPTIONS' ? 200 : 307,
      headers: { ...OPEN, Location: '/items' },
    }))
    await played(request({ method: 'PUT' }), limits(), send)
    expect(lines().filter((line) => line.startsWith('OPTIONS')).length).toBe(1)
  })

  test('take cookies to no other host', async () => {
    const headers = {
      'Access-Control-Allow-Origin': 'https://app.example',
      'Access-Control-Allow-Credentials': 'true',
    }
    const { send, received } = server(({ url }) =>
      url.endsWith('/items')
        ? { status: 302, headers: { ...headers, Location: 'https://third.example/' } }
        : { headers: { ...headers, 'Access-Control-Allow-Origin': 'null' } },
    )
    await played(request({ cookie: 'sid=1', credentials: 'include' }), limits(), send)
    expect(received.map((one) => header(one, 'Cookie'))).toEqual(['sid=1', null])
  })
})

test('the time is that of the whole check', async () => {
  const times: number[] = []
  const { send } = server(() => ({ headers: OPEN }))
  await played(request({ method: 'PUT' }), limits({ timeout: 100 }), async (one, options) => {
    times.push(options.timeout)
    return await send(one, options)
  })
  expect(times).toEqual([100, 95])
})

function fail(): never {
  throw new Error('there is none')
}
