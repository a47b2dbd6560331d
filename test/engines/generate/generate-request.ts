import type { Api, CaseRequest, NameValue } from '../engine-case.ts'
import type { Choices } from '../prng.ts'

const methods = [
  [30, 'GET'],
  [16, 'POST'],
  [10, 'PUT'],
  [7, 'DELETE'],
  [6, 'PATCH'],
  [3, 'HEAD'],
  [3, 'patch'],
  [2, 'OPTIONS'],
  [1, 'get'],
  [1, 'post'],
  [1, 'put'],
  [1, 'Delete'],
  [1, 'PURGE'],
  [1, 'QUERY'],
  [1, 'x-list~1'],
  [0.4, 'TRACE'],
  [0.4, 'P UT'],
] as const

const long = 'x'.repeat(130)

/** Safelisted with these values, not safelisted with others, never safelisted, not settable, not even tokens. */
const headers: readonly (readonly [weight: number, header: NameValue])[] = [
  ...weigh(4, [
    ['Content-Type', 'application/json'],
    ['Authorization', 'Bearer secret'],
    ['X-Requested-With', 'XMLHttpRequest'],
    ['x-api-key', 'secret'],
  ]),
  ...weigh(2, [
    ['Content-Type', 'text/plain'],
    ['Content-Type', 'text/plain;charset=UTF-8'],
    ['content-type', 'multipart/form-data; boundary=x'],
    ['Accept', 'application/json'],
    ['X-A', '1'],
    ['X-B', '2'],
    ['x-c', '3'],
  ]),
  ...weigh(1, [
    ['Content-Type', 'application/x-www-form-urlencoded'],
    ['Content-Type', 'TEXT/PLAIN'],
    ['Content-Type', 'text/plain; a="b"'],
    ['Content-Type', 'text/plain, application/json'],
    ['Content-Type', 'text/html'],
    ['Content-Type', ''],
    ['Content-Type', `text/plain;${long}`],
    ['Accept', 'text/"html"'],
    ['Accept', 'a{b}'],
    ['Accept', long],
    ['Accept', long.slice(2)],
    ['Accept-Language', 'de, en;q=0.5'],
    ['Accept-Language', 'de_DE'],
    ['Accept-Language', 'de"'],
    ['Content-Language', 'de'],
    ['Content-Language', 'de@x'],
    ['Range', 'bytes=0-99'],
    ['Range', 'bytes=5-'],
    ['Range', 'bytes=-5'],
    ['Range', 'bytes=0-1,5-9'],
    ['Range', 'items=0-1'],
    ['DPR', '2.0'],
    ['Save-Data', 'on'],
    ['Viewport-Width', '320'],
    ['Width', '100'],
    ['Downlink', '1.5'],
    ['RTT', '100'],
    ['ECT', '4g'],
    ['Device-Memory', '0.5'],
    ['DPR', 'large'],
    ['Downlink', 'fast'],
    ['Viewport-Width', '-1'],
    ['Device-Memory', 'x'],
    ['Cache-Control', 'no-cache'],
    ['Pragma', 'no-cache'],
    ['If-None-Match', '"x"'],
    ['If-Modified-Since', 'x'],
    ['traceparent', '00-1-2-01'],
    ['baggage', 'a=b'],
    ['Last-Event-ID', '1'],
    ['X-CSRF-Token', 'x'],
    ['Upgrade-Insecure-Requests', '1'],
    ['User-Agent', 'x'],
    ['Ping-To', 'x'],
    ['Access-Control-Allow-Origin', '*'],
    ['Access-Control-Allow-Headers', '*'],
    ['Access-Control-Request-Method', 'PUT'],
    ['Access-Control-Request-Headers', 'x'],
    ['Cookie', 'a=b'],
    ['Origin', 'https://x.test'],
    ['Host', 'x'],
    ['Referer', 'https://x.test/'],
    ['Date', 'x'],
    ['DNT', '1'],
    ['Sec-Fetch-Mode', 'cors'],
    ['sec-x', 'y'],
    ['Proxy-X', 'y'],
    ['X-HTTP-Method-Override', 'TRACE'],
    ['X-HTTP-Method-Override', 'PUT'],
    ['X-Method-Override', 'GET, TRACK'],
    ['x_y', '1'],
    ['x.y', '1'],
    ["!#$%&'*+", '1'],
    ['X~`|^', '1'],
    ['1', '1'],
    ['x-empty', ''],
    ['X-Umlaut', 'ü'],
    ['Sec', '1'],
    ['*', '1'],
  ]),
  ...weigh(0.2, [
    ['x y', '1'],
    ['x:y', '1'],
    ['ü', '1'],
    ['', '1'],
  ]),
]

function weigh(weight: number, items: readonly NameValue[]): [number, NameValue][] {
  return items.map((item) => [weight, item])
}

const apis: readonly (readonly [number, Api])[] = [
  [62, 'fetch'],
  [18, 'xhr'],
  [7, 'img'],
  [7, 'script'],
  [6, 'link'],
]

/** Returns a request that a page makes. */
export function generateRequest(choices: Choices): CaseRequest {
  const api = choices.weighted(apis)
  const referrerPolicy = choices.chance(0.08) ? 'no-referrer' : ''
  return api === 'fetch' || api === 'xhr'
    ? { ...scripted(choices, api), referrerPolicy }
    : { ...element(choices, api), referrerPolicy }
}

function scripted(choices: Choices, api: 'fetch' | 'xhr'): CaseRequest {
  const isFetch = api === 'fetch'
  const mode = isFetch
    ? choices.weighted([
        [88, 'cors'],
        [7, 'no-cors'],
        [5, 'same-origin'],
      ] as const)
    : 'cors'
  const noCorsMethods = ['GET', 'POST', 'HEAD'] as const
  const method =
    mode === 'no-cors' && choices.chance(0.8) ? choices.pick(noCorsMethods) : choices.weighted(methods)
  const count = choices.weighted([
    [42, 0],
    [33, 1],
    [15, 2],
    [10, 3],
  ])
  const canHaveBody = !/^(get|head)$/i.test(method)
  return {
    api,
    method,
    headers: Array.from({ length: count }, () => choices.weighted(headers)),
    body: canHaveBody && choices.chance(0.5) ? 'x' : null,
    credentials: choices.weighted([
      [isFetch ? 2 : 0, 'omit'],
      [5, 'same-origin'],
      [4, 'include'],
    ] as const),
    mode,
    redirect: isFetch
      ? choices.weighted([
          [86, 'follow'],
          [8, 'error'],
          [6, 'manual'],
        ] as const)
      : 'follow',
    referrerPolicy: '',
    crossorigin: null,
    uploadListener: !isFetch && choices.chance(0.15),
  }
}

function element(choices: Choices, api: Api): CaseRequest {
  const crossorigin = choices.weighted([
    [5, 'anonymous'],
    [4, 'use-credentials'],
    [2, null],
  ] as const)
  return {
    api,
    method: 'GET',
    headers: [],
    body: null,
    credentials: crossorigin === 'anonymous' ? 'same-origin' : 'include',
    mode: crossorigin === null ? 'no-cors' : 'cors',
    redirect: 'follow',
    referrerPolicy: '',
    crossorigin,
    uploadListener: false,
  }
}
