import type { Answer, Init, Situation, Step } from '../situation.ts'
import {
  anImage,
  aScript,
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

const to = (at: string, status = 302, headers: Readonly<Record<string, string>> = star): Answer => ({
  status,
  headers: {
    ...headers,
    Location: at.includes(':') && !/^(own|site|third|plain):/.test(at) ? at : `$(${at})`,
  },
})
const shared = { headers: star }
const redirect = (id: string, step: Step, serves: Situation['serves'], page?: string): Situation => ({
  id: `redirect-${id}`,
  steps: [step],
  serves,
  ...(page === undefined ? {} : { page }),
})
const post: Init = { method: 'POST', body: 'x' }
const put: Init = { method: 'PUT', body: 'x' }
const statuses = [301, 302, 303, 307, 308]

export const redirects: readonly Situation[] = [
  redirect('same-origin', get('a'), { a: to('b'), b: shared }),
  redirect('to-third', get('a'), { a: to('third:b'), b: shared }),
  redirect('to-third-echo', get('a'), { a: to('third:b'), b: { headers: echo } }),
  redirect('to-third-named', get('a'), {
    a: to('third:b'),
    b: { headers: { 'Access-Control-Allow-Origin': 'https://app.example.test' } },
  }),
  redirect('to-third-null', get('a'), {
    a: to('third:b'),
    b: { headers: { 'Access-Control-Allow-Origin': 'null' } },
  }),
  redirect('to-third-include', get('a', { credentials: 'include' }), {
    a: to('third:b', 302, withCredentials),
    b: { headers: withCredentials },
  }),
  redirect('back-to-own', get('a'), { a: to('own:b'), b: {} }),
  redirect('from-own-to-other', get('own:a'), { a: to('b', 302, {}), b: shared }),
  redirect('from-own-to-other-blocked', get('own:a'), { a: to('b', 302, {}), b: {} }),
  redirect('from-own-to-other-and-back', get('own:a'), {
    a: to('b', 302, {}),
    b: to('own:c'),
    c: { headers: echo },
  }),
  redirect('first-hop-without-header', get('a'), { a: to('b', 302, {}), b: shared }),
  redirect('last-hop-without-header', get('a'), { a: to('b'), b: {} }),
  redirect('to-site', get('a'), { a: to('site:b'), b: { headers: echo } }),
  redirect('https-to-http', get('a'), { a: to('plain:b'), b: shared }),
  redirect('http-to-https', get('plain:a'), { a: to('b'), b: shared }, 'http://app.example.test'),
  redirect(
    'http-to-https-named',
    get('plain:a'),
    { a: to('b'), b: { headers: { 'Access-Control-Allow-Origin': 'http://app.example.test' } } },
    'http://app.example.test',
  ),
  redirect('to-app', get('a'), { a: to('myapp://callback') }),
  redirect('to-mail', get('a'), { a: to('mailto:a@example.test') }),
  redirect('to-data', get('a'), { a: to('data:text/plain,lab') }),
  redirect('to-blob', get('a'), { a: to('blob:https://app.example.test/1') }),
  redirect('own-to-data', get('own:a'), { a: to('data:text/plain,lab') }),
  redirect('to-userinfo', get('a'), {
    a: to('https://user:secret@api.other.test/r?id=redirect-to-userinfo&at=b'),
    b: shared,
  }),
  redirect('own-to-userinfo', get('own:a'), {
    a: to('https://user:secret@api.other.test/r?id=redirect-own-to-userinfo&at=b', 302, {}),
    b: shared,
  }),
  redirect('xhr-to-userinfo', xhr('a'), {
    a: to('https://user:secret@api.other.test/r?id=redirect-xhr-to-userinfo&at=b'),
    b: shared,
  }),
  // Firefox counts milliseconds: of twenty requests to one URL within two of them nothing shows the order.
  { ...redirect('too-many', get('a'), { a: to('a') }), only: 'chromium' },
  redirect('without-location', get('a'), { a: { status: 302, headers: star } }),
  redirect('mode-error', get('a', { redirect: 'error' }), { a: to('b'), b: shared }),
  redirect('mode-manual', get('a', { redirect: 'manual' }), { a: to('b'), b: shared }),
  redirect('mode-manual-no-header', get('a', { redirect: 'manual' }), { a: to('b', 302, {}), b: shared }),
  redirect('xhr', xhr('a'), { a: to('third:b'), b: shared }),
  redirect('img-crossorigin', img('a', { crossorigin: '' }), {
    a: to('third:b'),
    b: { ...anImage, headers: star },
  }),
  redirect('img-crossorigin-no-header', img('a', { crossorigin: '' }), {
    a: to('third:b', 302, {}),
    b: { ...anImage, headers: star },
  }),
  redirect('img-use-credentials', img('a', { crossorigin: 'use-credentials' }), {
    a: to('b', 302, echo),
    b: { ...anImage, headers: withCredentials },
  }),
  redirect('img', img('a'), { a: to('third:b', 302, {}), b: anImage }),
  redirect('script-crossorigin', element('script', 'a', { crossorigin: '' }), {
    a: to('third:b'),
    b: aScript,
  }),
  redirect('authorization', get('a', { headers: { authorization: 'Bearer secret' } }), {
    a: preflighted(to('third:b')),
    b: preflighted(shared),
  }),
  redirect('header-refused-at-target', get('a', { headers: { 'x-a': '1' } }), {
    a: preflighted(to('third:b')),
    b: { preflight: passes({ 'Access-Control-Allow-Headers': 'x-b' }), actual: shared },
  }),
  redirect('preflight-of-target-redirected', get('a', { headers: { 'x-a': '1' } }), {
    a: preflighted(to('third:b')),
    b: { preflight: to('third:c'), actual: shared },
    c: shared,
  }),
  ...statuses.map((status) => redirect(`post-${status}`, get('a', post), { a: to('b', status), b: shared })),
  ...statuses.map((status) =>
    redirect(`put-${status}`, get('a', put), {
      a: preflighted(to('third:b', status)),
      b: preflighted(shared),
    }),
  ),
  redirect('delete-302-refused', get('a', { method: 'DELETE' }), {
    a: preflighted(to('b', 302)),
    b: { preflight: { status: 403 }, actual: shared },
  }),
  redirect('delete-303', get('a', { method: 'DELETE' }), {
    a: preflighted(to('b', 303)),
    b: { preflight: { status: 403 }, actual: shared },
  }),
]
