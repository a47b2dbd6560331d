import type { NameValue } from '../engines/engine-case.ts'
import { headerOf, type LabReply, type LabRequest } from '../engines/lab/http-connection.ts'
import { type Choices, choicesOf } from '../engines/prng.ts'
import type { Soak, SoakRequest } from './soak.ts'

/** Returns the soak of a seed: 30 to 60 requests, at once and one after another. */
export function generateSoak(seed: number): Soak {
  const choices = choicesOf(seed)
  const count = 30 + choices.below(31)
  const waves: Soak['waves'][number][] = []
  let made = 0
  while (made < count) {
    const size = Math.min(
      count - made,
      choices.weighted([
        [4, 1],
        [3, 2 + choices.below(4)],
        [2, 6 + choices.below(10)],
      ]),
    )
    const requests = Array.from({ length: size }, () => generateRequest(`q-${made++}`, choices))
    waves.push({ pause: choices.pick([0, 0, 5, 40, 250, 700]), requests })
  }
  return {
    url: `https://api.other.test/r?id=soak-${seed}`,
    waves,
    answer: makeServer(choicesOf(seed ^ 0x5eed)),
  }
}

type Kind = Pick<SoakRequest, 'method' | 'headers'> & Partial<SoakRequest>

const KINDS: readonly Kind[] = [
  { method: 'GET', headers: {} },
  { method: 'GET', headers: { 'X-A': '1' } },
  { method: 'GET', headers: { 'X-A': '1', 'X-B': '2' } },
  { method: 'GET', headers: { Authorization: 'Bearer abc' } },
  { method: 'GET', headers: { Range: 'bytes=0-4' } },
  { method: 'GET', headers: { Range: 'bytes=-4' } },
  { method: 'GET', headers: { 'If-None-Match': '"a"' } },
  { method: 'HEAD', headers: {} },
  { method: 'PUT', headers: {} },
  { method: 'PUT', headers: { 'X-A': '1' } },
  { method: 'DELETE', headers: {} },
  { method: 'DELETE', headers: { Authorization: 'Bearer abc' } },
  { method: 'POST', headers: { 'Content-Type': 'application/json' } },
  { method: 'POST', headers: { 'Content-Type': 'text/plain' } },
  { method: 'POST', headers: { 'Content-Type': 'text/plain' }, mode: 'no-cors' },
  { method: 'GET', headers: {}, mode: 'no-cors' },
  { method: 'POST', headers: {}, api: 'xhr', uploadListener: true },
  { method: 'POST', headers: { 'X-A': '1' }, api: 'xhr' },
]

const generateRequest = (id: string, choices: Choices): SoakRequest => ({
  id,
  api: 'fetch',
  credentials: choices.weighted([
    [3, 'same-origin'],
    [1, 'omit'],
    [2, 'include'],
  ]),
  mode: 'cors',
  uploadListener: false,
  ...choices.pick(KINDS),
})

const every = 'GET, HEAD, PUT, DELETE, POST'
const names = 'x-a, x-b, authorization, range, content-type, if-none-match'

/** Returns a server that answers preflights in every right and wrong way, each with a number of its own. */
function makeServer(choices: Choices): Soak['answer'] {
  let preflights = 0
  return async (request: LabRequest): Promise<LabReply> => {
    const isPreflight = headerOf(request, 'access-control-request-method') !== ''
    const reply = isPreflight ? preflightReply(request, choices, ++preflights) : actualReply(request, choices)
    await new Promise((resolve) => setTimeout(resolve, choices.pick([0, 0, 1, 5, 20, 60])))
    return reply
  }
}

function preflightReply(request: LabRequest, choices: Choices, number: number): LabReply {
  const kind = choices.weighted([
    [6, 'ok'],
    [1, '*'],
    [1, '503'],
    [1, 'no origin'],
    [1, 'no method'],
    [1, 'no header'],
  ])
  const origin = kind === '*' ? '*' : headerOf(request, 'origin')
  const allowed: NameValue[] = kind === 'no origin' ? [] : [['Access-Control-Allow-Origin', origin]]
  const age = choices.weighted([
    [6, '0'],
    [3, '1'],
    [1, '3'],
  ])
  const headers: readonly NameValue[] = [
    ...allowed,
    ...(kind === '*' ? [] : ([['Access-Control-Allow-Credentials', 'true']] as const)),
    ['Access-Control-Allow-Methods', kind === 'no method' ? 'GET' : every],
    ['Access-Control-Allow-Headers', kind === 'no header' ? 'x-other' : names],
    ['Access-Control-Max-Age', age],
    ['X-Preflight', String(number)],
  ]
  return { status: kind === '503' ? 503 : 204, headers, body: '' }
}

function actualReply(request: LabRequest, choices: Choices): LabReply {
  const kind = choices.weighted([
    [8, 'ok'],
    [1, '*'],
    [1, 'none'],
  ])
  const status = choices.weighted([
    [5, 200],
    [1, 500],
    [1, 401],
  ])
  const origin = headerOf(request, 'origin')
  const headers: readonly NameValue[] = [
    ['Content-Type', 'text/plain'],
    ['Cache-Control', 'no-store'],
    ...(kind === 'none' ? [] : ([['Access-Control-Allow-Origin', kind === '*' ? '*' : origin]] as const)),
    ...(kind === 'ok' ? ([['Access-Control-Allow-Credentials', 'true']] as const) : []),
  ]
  return { status, headers, body: request.method === 'HEAD' ? '' : 'lab' }
}
