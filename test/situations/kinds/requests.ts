import type { Situation } from '../situation.ts'
import {
  anImage,
  echo,
  get,
  img,
  leave,
  one,
  passes,
  preflighted,
  star,
  stored,
  withCredentials,
  xhr,
} from './words.ts'

const shared = { headers: star }

export const modes: readonly Situation[] = [
  one('mode-same-origin', get('a', { mode: 'same-origin' }), shared),
  one('mode-same-origin-own', get('own:a', { mode: 'same-origin' }), {}),
  one('mode-no-cors', get('a', { mode: 'no-cors' }), {}),
  one('mode-no-cors-star', get('a', { mode: 'no-cors' }), shared),
  one('mode-no-cors-post', get('a', { mode: 'no-cors', method: 'POST', body: 'x' }), {}),
  one(
    'mode-no-cors-json',
    get('a', {
      mode: 'no-cors',
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    }),
    {},
  ),
  one('mode-own-get', get('own:a'), {}),
  one('mode-own-post', get('own:a', { method: 'POST', body: 'x' }), {}),
  one('mode-own-put', get('own:a', { method: 'PUT', headers: { 'x-a': '1' } }), {}),
  one('mode-other-port', get('port:a'), {}),
  one('mode-other-port-shared', get('port:a'), { headers: echo }),
  one('mode-same-site', get('site:a'), {}),
  one('mode-same-site-shared', get('site:a'), { headers: echo }),
  one('mode-same-site-include-star', get('site:a', { credentials: 'include' }), shared),
  one('mode-same-site-include', get('site:a', { credentials: 'include' }), { headers: withCredentials }),
  one('method-lower-case-patch', get('a', { method: 'patch', body: 'x' }), preflighted(shared)),
  one('method-patch', get('a', { method: 'PATCH', body: 'x' }), preflighted(shared)),
  one('method-lower-case-put', get('a', { method: 'put', body: 'x' }), preflighted(shared)),
  one(
    'method-own-name',
    get('a', { method: 'LAB' }),
    preflighted(shared, { 'Access-Control-Allow-Methods': 'LAB' }),
  ),
  one('method-own-name-refused', get('a', { method: 'LAB' }), preflighted(shared)),
  one(
    'method-star',
    get('a', { method: 'LAB' }),
    preflighted(shared, { 'Access-Control-Allow-Methods': '*' }),
  ),
  one('method-trace', get('a', { method: 'TRACE' }), shared),
  one('method-head', get('a', { method: 'HEAD' }), shared),
  one('method-head-blocked', get('a', { method: 'HEAD' }), {}),
  one(
    'method-options',
    get('a', { method: 'OPTIONS' }),
    preflighted(shared, { 'Access-Control-Allow-Methods': 'OPTIONS' }),
  ),
  one(
    'method-delete-refused',
    get('a', { method: 'DELETE' }),
    preflighted(shared, { 'Access-Control-Allow-Methods': 'GET' }),
  ),
  one('range-safelisted', get('a', { headers: { range: 'bytes=0-1' } }), {
    status: 206,
    headers: { ...star, 'Content-Range': 'bytes 0-2/3' },
  }),
  one(
    'range-suffix',
    get('a', { headers: { range: 'bytes=-2' } }),
    preflighted({ status: 206, headers: { ...star, 'Content-Range': 'bytes 0-2/3' } }),
  ),
  one(
    'header-json',
    get('a', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }),
    preflighted(shared),
  ),
  one(
    'header-json-refused',
    get('a', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }),
    { preflight: passes({ 'Access-Control-Allow-Headers': 'x-a' }), actual: shared },
  ),
  one(
    'header-long-accept',
    get('a', { headers: { accept: 'x'.repeat(130) } }),
    preflighted(shared, { 'Access-Control-Allow-Headers': 'accept' }),
  ),
]

const cookies = { 'Access-Control-Allow-Credentials': 'true' }

export const credentials: readonly Situation[] = [
  one('credentials-include-star', get('a', { credentials: 'include' }), shared),
  one('credentials-include-echo', get('a', { credentials: 'include' }), { headers: echo }),
  one('credentials-include', get('a', { credentials: 'include' }), { headers: withCredentials }),
  one('credentials-include-true-in-capitals', get('a', { credentials: 'include' }), {
    headers: { ...echo, 'Access-Control-Allow-Credentials': 'True' },
  }),
  one('credentials-include-star-true', get('a', { credentials: 'include' }), {
    headers: { ...star, ...cookies },
  }),
  one('credentials-omit-star', get('a', { credentials: 'omit' }), shared),
  one(
    'credentials-put-include',
    get('a', { method: 'PUT', credentials: 'include' }),
    preflighted({ headers: withCredentials }, { ...withCredentials, 'Access-Control-Allow-Methods': 'PUT' }),
  ),
  one(
    'credentials-put-include-star',
    get('a', { method: 'PUT', credentials: 'include' }),
    preflighted({ headers: withCredentials }),
  ),
  one(
    'credentials-put-include-star-methods',
    get('a', { method: 'PUT', credentials: 'include' }),
    preflighted({ headers: withCredentials }, { ...withCredentials, 'Access-Control-Allow-Methods': '*' }),
  ),
  one(
    'credentials-put-include-actual-star',
    get('a', { method: 'PUT', credentials: 'include' }),
    preflighted(shared, withCredentials),
  ),
  one(
    'credentials-authorization',
    get('a', { headers: { authorization: 'Bearer secret' } }),
    preflighted(shared),
  ),
  one('credentials-authorization-401', get('a', { headers: { authorization: 'Bearer secret' } }), {
    preflight: { status: 401 },
    actual: shared,
  }),
  one('credentials-xhr-include-star', xhr('a', { credentials: 'include' }), shared),
  one('credentials-set-cookie', get('a', { credentials: 'include' }), {
    headers: { ...withCredentials, 'Set-Cookie': 'b=1; SameSite=None; Secure' },
  }),
  one('credentials-no-referrer', get('a', { referrerPolicy: 'no-referrer', method: 'POST', body: 'x' }), {
    headers: echo,
  }),
  one('credentials-two-origins', get('a'), { headers: { 'Access-Control-Allow-Origin': '$origin, *' } }),
  one('credentials-null-for-page', get('a'), { headers: { 'Access-Control-Allow-Origin': 'null' } }),
  one('credentials-no-scheme', get('a'), { headers: { 'Access-Control-Allow-Origin': 'app.example.test' } }),
]

const http = { page: 'http://app.example.test' }

export const plainPages: readonly Situation[] = [
  one('plain-shared', get('plain:a'), shared, http),
  one('plain-blocked', get('plain:a'), {}, http),
  one('plain-own', get('own:a'), {}, http),
  one('plain-own-post', get('own:a', { method: 'POST', body: 'x' }), {}, http),
  one('plain-put', get('plain:a', { method: 'PUT' }), preflighted(shared), http),
  one(
    'plain-put-refused',
    get('plain:a', { method: 'PUT' }),
    { preflight: { status: 404 }, actual: {} },
    http,
  ),
  one('plain-include-star', get('plain:a', { credentials: 'include' }), shared, http),
  one('plain-no-cors', get('plain:a', { mode: 'no-cors' }), {}, http),
  one('plain-img', img('plain:a'), anImage, http),
  one('plain-img-crossorigin', img('plain:a', { crossorigin: '' }), anImage, http),
  one('plain-to-https', get('a'), shared, http),
  one('plain-to-https-blocked', get('a'), {}, http),
  one('plain-same-site', get('sitehttp:a'), { headers: echo }, http),
  one('plain-cached-copy', get('plain:a'), { headers: { ...stored, ...star } }, http),
  one('plain-never-read', leave('plain:a'), shared, http),
]
