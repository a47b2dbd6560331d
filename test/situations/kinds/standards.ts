import type { Answer, Init, Situation, Step } from '../situation.ts'
import {
  anImage,
  aScript,
  aStylesheet,
  echo,
  element,
  get,
  img,
  passes,
  preflighted,
  star,
  withCredentials,
  xhr,
} from './words.ts'

const shared: Answer = { headers: star }
const one = (id: string, step: Step | readonly Step[], answer: Situation['serves'][string]): Situation => ({
  id,
  steps: 'does' in step ? [step] : step,
  serves: { a: answer },
})
const twice = (value: string, second: string): Answer => ({
  raw: `HTTP/1.1 200 Lab\r\nAccess-Control-Allow-Origin: ${value}\r\nAccess-Control-Allow-Origin: ${second}\r\nContent-Length: 3\r\n\r\nlab`,
})
const xa: Init = { headers: { 'x-a': '1' } }
const put: Init = { method: 'PUT', body: 'x' }
const allowing = (name: string, value: string) => ({ [`Access-Control-Allow-${name}`]: value })

/** What the web platform tests check of CORS, where a recording shows it. */
export const standards: readonly Situation[] = [
  one('origin-twice', get('a'), twice('*', '*')),
  one('origin-twice-differently', get('a'), twice('https://app.example.test', '*')),
  one('origin-empty', get('a'), { headers: allowing('Origin', '') }),
  one('origin-with-slash', get('a'), { headers: allowing('Origin', 'https://app.example.test/') }),
  one('origin-in-capitals', get('a'), { headers: allowing('Origin', 'HTTPS://APP.EXAMPLE.TEST') }),
  one('origin-with-port', get('a'), { headers: allowing('Origin', 'https://app.example.test:443') }),
  one('origin-with-spaces', get('a'), { headers: allowing('Origin', '  https://app.example.test  ') }),
  one('origin-star-twice', get('a'), { headers: allowing('Origin', '**') }),
  one('origin-of-http', get('a'), { headers: allowing('Origin', 'http://app.example.test') }),
  one('origin-on-404', get('a'), { status: 404, headers: star }),
  one('origin-missing-on-404', get('a'), { status: 404 }),
  one('origin-on-500', get('a'), { status: 500, headers: echo }),
  one('preflight-204', get('a', xa), preflighted(shared)),
  one('preflight-200', get('a', xa), { preflight: { ...passes(), status: 200 }, actual: shared }),
  one('preflight-299', get('a', xa), { preflight: { ...passes(), status: 299 }, actual: shared }),
  one('preflight-304', get('a', xa), { preflight: { ...passes(), status: 304 }, actual: shared }),
  one('preflight-401', get('a', xa), { preflight: { ...passes(), status: 401 }, actual: shared }),
  one('preflight-without-origin', get('a', xa), {
    preflight: { status: 204, headers: allowing('Headers', 'x-a') },
    actual: shared,
  }),
  one('preflight-header-in-capitals', get('a', xa), preflighted(shared, allowing('Headers', 'X-A'))),
  one('preflight-header-star', get('a', xa), preflighted(shared, allowing('Headers', '*'))),
  one('preflight-header-star-include', get('a', { ...xa, credentials: 'include' }), {
    preflight: passes({ ...withCredentials, ...allowing('Headers', '*') }),
    actual: { headers: withCredentials },
  }),
  one('preflight-headers-garbage', get('a', xa), preflighted(shared, allowing('Headers', 'x-a x-b'))),
  one('preflight-methods-garbage', get('a', put), preflighted(shared, allowing('Methods', 'PUT POST'))),
  one('preflight-method-in-lower-case', get('a', put), preflighted(shared, allowing('Methods', 'put'))),
  one('preflight-methods-missing', get('a', put), preflighted(shared, allowing('Methods', ''))),
  one(
    'preflight-post-unlisted',
    get('a', { ...xa, method: 'POST' }),
    preflighted(shared, allowing('Methods', 'PUT')),
  ),
  one('preflight-two-headers', get('a', { headers: { 'x-a': '1', 'x-c': '2' } }), preflighted(shared)),
  one(
    'preflight-content-type-parameter',
    get('a', { method: 'POST', body: 'x', headers: { 'content-type': 'text/plain; charset=x' } }),
    shared,
  ),
  one(
    'preflight-content-type-xml',
    get('a', { method: 'POST', body: 'x', headers: { 'content-type': 'text/xml' } }),
    { preflight: { status: 404 }, actual: shared },
  ),
  one('preflight-long-header', get('a', { headers: { 'accept-language': 'de'.repeat(70) } }), {
    preflight: { status: 403 },
    actual: shared,
  }),
  one('preflight-then-simple', [get('a', put), get('a')], { preflight: { status: 403 }, actual: shared }),
  one('xhr-shared', xhr('a'), shared),
  one('xhr-blocked', xhr('a'), {}),
  one('xhr-put', xhr('a', put), preflighted(shared)),
  one('xhr-credentials', xhr('a', { credentials: 'include' }), { headers: withCredentials }),
  one('xhr-own', xhr('own:a'), {}),
  one(
    'css-mask',
    { does: 'css', at: 'a', rule: '.lab { mask-image: url($url) }' },
    { ...anImage, headers: star },
  ),
  one('css-mask-blocked', { does: 'css', at: 'a', rule: '.lab { mask-image: url($url) }' }, anImage),
  one('css-background', { does: 'css', at: 'a', rule: '.lab { background: url($url) }' }, anImage),
  one(
    'css-shape-blocked',
    { does: 'css', at: 'a', rule: '.lab { float: left; shape-outside: url($url) }' },
    anImage,
  ),
  one('css-import', { does: 'css', at: 'a', rule: '@import url($url);' }, aStylesheet),
  one('input-image', element('input', 'a', { type: 'image' }), anImage),
  one('embed-image', element('embed', 'a', { type: 'image/svg+xml' }), anImage),
  one('img-lazy', img('a', { loading: 'lazy', crossorigin: '' }), { ...anImage, headers: star }),
  {
    id: 'img-then-img',
    only: 'chromium',
    steps: [img('a', { crossorigin: '' }), img('a', { crossorigin: '' })],
    serves: { a: { ...anImage, headers: star } },
  },
  one('module-credentials', element('script', 'a', { type: 'module', crossorigin: 'use-credentials' }), {
    ...aScript,
    headers: star,
  }),
  one(
    'module-shared-credentials',
    element('script', 'a', { type: 'module', crossorigin: 'use-credentials' }),
    { ...aScript, headers: withCredentials },
  ),
  one('script-then-fetch', [element('script', 'a'), get('a')], {
    ...aScript,
    headers: { 'Cache-Control': 'max-age=600' },
  }),
]
