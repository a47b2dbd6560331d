import type { Place, Situation } from '../situation.ts'
import { echo, get, img, passes, preflighted, star, withCredentials, xhr } from './words.ts'

const places: readonly Exclude<Place, 'page'>[] = ['worker', 'blob worker', 'shared worker', 'sandbox']

export const workers: readonly Situation[] = places.flatMap((place): readonly Situation[] => {
  const kind = place.replace(' ', '-')
  return [
    { id: `${kind}-shared`, steps: [get('a', {}, { in: place })], serves: { a: { headers: star } } },
    { id: `${kind}-no-header`, steps: [get('a', {}, { in: place })], serves: { a: { status: 500 } } },
    {
      id: `${kind}-put`,
      steps: [get('a', { method: 'PUT' }, { in: place })],
      serves: { a: preflighted({ headers: star }) },
    },
    {
      id: `${kind}-put-then-no-header`,
      steps: [get('a', { method: 'PUT' }, { in: place })],
      serves: { a: preflighted({ status: 500 }) },
    },
    {
      id: `${kind}-put-refused`,
      steps: [get('a', { method: 'PUT' }, { in: place })],
      serves: { a: { preflight: { status: 405, headers: star }, actual: {} } },
    },
    {
      id: `${kind}-include-star`,
      ...(place === 'worker' || place === 'blob worker' ? { only: 'chromium' } : {}),
      steps: [get('a', { credentials: 'include' }, { in: place })],
      serves: { a: { headers: star } },
    },
    {
      id: `${kind}-include`,
      steps: [get('a', { credentials: 'include' }, { in: place })],
      serves: { a: { headers: withCredentials } },
    },
    { id: `${kind}-xhr`, steps: [xhr('a', {}, { in: place })], serves: { a: { headers: echo } } },
  ]
})

const passthrough = '(event) => event.respondWith(fetch(event.request))'
const servedBy = (
  id: string,
  serviceWorker: string,
  rest: Pick<Situation, 'steps' | 'serves'>,
): Situation => ({
  id: `service-worker-${id}`,
  serviceWorker,
  ...rest,
})
const puts = [get('a', { method: 'PUT', body: 'x' })]
const shared = { a: preflighted({ headers: star }) }

export const serviceWorkers: readonly Situation[] = [
  servedBy('passthrough', passthrough, { steps: [get('a')], serves: { a: { headers: star } } }),
  servedBy('passthrough-no-header', passthrough, { steps: [get('a')], serves: { a: {} } }),
  servedBy('passthrough-put', passthrough, { steps: puts, serves: shared }),
  servedBy('passthrough-put-no-header', passthrough, { steps: puts, serves: { a: preflighted({}) } }),
  servedBy('passthrough-put-refused', passthrough, {
    steps: puts,
    serves: { a: { preflight: { status: 403 }, actual: {} } },
  }),
  servedBy('passthrough-include-star', passthrough, {
    steps: [get('a', { credentials: 'include' })],
    serves: { a: { headers: star } },
  }),
  servedBy('passthrough-img', passthrough, {
    steps: [img('a')],
    serves: {
      a: { type: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>' },
    },
  }),
  servedBy('synthetic', "(event) => event.respondWith(new Response('made up'))", {
    steps: [get('a')],
    serves: { a: {} },
  }),
  servedBy('synthetic-put', "(event) => event.respondWith(new Response('made up'))", {
    steps: puts,
    serves: { a: {} },
  }),
  servedBy('opaque', "(event) => event.respondWith(fetch(event.request.url, { mode: 'no-cors' }))", {
    steps: [get('a')],
    serves: { a: {} },
  }),
  servedBy('error', '(event) => event.respondWith(Response.error())', {
    steps: [get('a')],
    serves: { a: { headers: star } },
  }),
  servedBy('error-put', '(event) => event.respondWith(Response.error())', { steps: puts, serves: shared }),
  servedBy('silent', '() => {}', { steps: [get('a')], serves: { a: { headers: star } } }),
  servedBy('silent-no-header', '() => {}', { steps: [get('a')], serves: { a: {} } }),
  servedBy('silent-put', '() => {}', { steps: puts, serves: shared }),
  servedBy('silent-put-refused', '() => {}', {
    steps: puts,
    serves: { a: { preflight: passes({ 'Access-Control-Allow-Methods': 'PATCH' }), actual: {} } },
  }),
  servedBy(
    'from-cache',
    "(event) => event.respondWith((async () => { const cache = await caches.open('lab'); const request = event.request; return (await cache.match(request)) ?? fetch(request).then(async (response) => { await cache.put(request, response.clone()); return response }) })())",
    { steps: [get('a'), get('a')], serves: { a: { headers: star } } },
  ),
]
