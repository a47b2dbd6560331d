import type { Answer, Init, Situation } from '../situation.ts'
import { get, passes, preflighted, star, wait, withCredentials, xhr } from './words.ts'

const put: Init = { method: 'PUT', body: 'x' }
const xa: Init = { headers: { 'x-a': '1' } }
const shared: Answer = { headers: star }
const kept = { 'Access-Control-Max-Age': '600' }
const without = (name: string): Answer => ({
  ...passes(),
  headers: Object.fromEntries(Object.entries(passes().headers ?? {}).filter(([one]) => one !== name)),
})

export const preflightCache: readonly Situation[] = [
  { id: 'preflight-kept', steps: [get('a', put), get('a', put)], serves: { a: preflighted(shared, kept) } },
  {
    id: 'preflight-kept-actual-fails',
    steps: [get('a', put), get('a', put)],
    serves: { a: { preflight: passes(kept), actual: [shared, {}] } },
  },
  {
    id: 'preflight-kept-then-another-header',
    steps: [get('a', xa), get('a', { headers: { 'x-c': '1' } })],
    serves: { a: preflighted(shared, kept) },
  },
  {
    id: 'preflight-kept-then-another-method',
    steps: [get('a', put), get('a', { method: 'DELETE' })],
    serves: { a: preflighted(shared, { ...kept, 'Access-Control-Allow-Methods': 'PUT' }) },
  },
  {
    id: 'preflight-kept-then-listed-method',
    steps: [get('a', put), get('a', { method: 'DELETE' })],
    serves: { a: preflighted(shared, kept) },
  },
  {
    id: 'preflight-kept-then-include',
    steps: [get('a', put), get('a', { ...put, credentials: 'include' })],
    serves: { a: preflighted(shared, kept) },
  },
  {
    id: 'preflight-not-kept',
    steps: [get('a', put), get('a', put)],
    serves: { a: { preflight: [passes(), { status: 403 }], actual: shared } },
  },
  {
    id: 'preflight-negative-age',
    steps: [get('a', put), get('a', put)],
    serves: {
      a: { preflight: [passes({ 'Access-Control-Max-Age': '-1' }), { status: 403 }], actual: shared },
    },
  },
  {
    id: 'preflight-garbage-age',
    steps: [get('a', put), get('a', put)],
    serves: {
      a: { preflight: [passes({ 'Access-Control-Max-Age': 'ten' }), { status: 403 }], actual: shared },
    },
  },
  {
    id: 'preflight-without-age',
    steps: [get('a', put), get('a', put)],
    serves: { a: { preflight: [without('Access-Control-Max-Age'), { status: 403 }], actual: shared } },
  },
  {
    id: 'preflight-expires-then-refused',
    steps: [get('a', put), wait(1300), get('a', put)],
    serves: {
      a: { preflight: [passes({ 'Access-Control-Max-Age': '1' }), { status: 403 }], actual: shared },
    },
  },
  {
    id: 'preflight-kept-then-network-error',
    steps: [get('a', put), get('a', put), get('a', put)],
    serves: { a: { preflight: [passes(kept), passes(kept)], actual: [shared, { drop: true }, shared] } },
  },
  {
    id: 'preflight-kept-with-credentials',
    steps: [get('a', { ...put, credentials: 'include' }), get('a', { ...put, credentials: 'include' })],
    serves: {
      a: {
        preflight: passes({ ...withCredentials, ...kept }),
        actual: { headers: withCredentials },
      },
    },
  },
  {
    id: 'preflight-star-headers-authorization',
    steps: [get('a', { headers: { authorization: 'Bearer secret' } })],
    serves: { a: preflighted(shared, { 'Access-Control-Allow-Headers': '*' }) },
  },
  {
    id: 'preflight-refused-then-passes',
    steps: [get('a', put), get('a', put)],
    serves: { a: { preflight: [{ status: 500, headers: star }, passes()], actual: shared } },
  },
  {
    id: 'preflight-redirected',
    steps: [get('a', put)],
    serves: {
      a: { preflight: { status: 302, headers: { ...star, Location: '$(b)' } }, actual: shared },
      b: shared,
    },
  },
  {
    id: 'preflight-dropped',
    steps: [get('a', put)],
    serves: { a: { preflight: { drop: true }, actual: shared } },
  },
  {
    id: 'preflight-for-upload-listener',
    steps: [xhr('a', { method: 'POST', body: 'x' }, { listensToUpload: true })],
    serves: { a: { preflight: { status: 404 }, actual: shared } },
  },
  {
    id: 'preflight-xhr-user',
    steps: [xhr('a', { headers: { 'x-a': '1' } }, { user: 'somebody' })],
    serves: { a: preflighted(shared) },
  },
]

const mixed: readonly Init[] = [{}, put, xa, { method: 'DELETE' }, { headers: { 'x-c': '1' } }]

export const concurrent: readonly Situation[] = [
  { id: 'concurrent-gets', steps: [[get('a'), get('a'), get('a')]], serves: { a: shared } },
  {
    id: 'concurrent-gets-alternating',
    steps: [
      [
        get('a', { cache: 'no-store' }),
        get('a', { cache: 'no-store' }),
        get('a', { cache: 'no-store' }),
        get('a', { cache: 'no-store' }),
      ],
    ],
    serves: { a: [shared, {}, shared, {}] },
  },
  {
    id: 'concurrent-get-and-put',
    steps: [[get('a'), get('a', put)]],
    serves: { a: { preflight: { status: 403 }, actual: shared } },
  },
  {
    id: 'concurrent-mixed',
    steps: [mixed.map((init) => get('a', init))],
    serves: { a: preflighted(shared) },
  },
  {
    id: 'concurrent-mixed-kept',
    steps: [mixed.map((init) => get('a', init)), mixed.map((init) => get('a', init))],
    serves: { a: preflighted(shared, kept) },
  },
  {
    id: 'concurrent-put-alternating-preflights',
    steps: [[get('a', put), get('a', put), get('a', put), get('a', put)]],
    serves: { a: { preflight: [passes(), { status: 403 }, passes(), { status: 403 }], actual: shared } },
  },
  {
    id: 'concurrent-anonymous-and-authorized',
    steps: [[get('a'), get('a', { headers: { authorization: 'Bearer secret' } })]],
    serves: { a: preflighted(shared, { 'Access-Control-Allow-Headers': 'x-a' }) },
  },
  {
    id: 'concurrent-anonymous-then-authorized',
    steps: [get('a'), get('a', { headers: { authorization: 'Bearer secret' } }), get('a')],
    serves: { a: preflighted(shared, { 'Access-Control-Allow-Headers': 'x-a' }) },
  },
  {
    id: 'concurrent-include-and-omit',
    steps: [[get('a', { credentials: 'include' }), get('a', { credentials: 'omit' })]],
    serves: { a: { headers: { ...star, 'Cache-Control': 'no-store' } } },
  },
  {
    id: 'concurrent-slow-preflight',
    steps: [[get('a', put), get('a', { method: 'POST', body: 'x' })]],
    serves: { a: { preflight: { ...passes(), delay: 400 }, actual: shared } },
  },
  {
    id: 'concurrent-no-cors-and-beacon',
    steps: [
      [
        get('a', { method: 'POST', mode: 'no-cors', body: 'x' }),
        { does: 'beacon', at: 'a', body: '{}', type: 'application/json' },
      ],
    ],
    serves: { a: preflighted(shared) },
  },
  {
    id: 'concurrent-range-refused',
    steps: [[get('a', { headers: { range: 'bytes=0-4' } }), get('a', { headers: { range: 'bytes=-4' } })]],
    serves: {
      a: {
        preflight: { status: 403 },
        actual: { status: 206, headers: { ...star, 'Content-Range': 'bytes 0-2/3' } },
      },
    },
  },
]
