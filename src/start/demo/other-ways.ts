import { fastify, gunicorn } from './stacks.ts'
import type { Places, Way } from './way.ts'

/** Ways that aren't, or not only, about a blocked response. */
export const otherWays = (at: Places): readonly Way[] => [
  {
    id: 'header-not-exposed',
    title: 'A response header that reads as null',
    sentence: 'The page gets the list, but not X-Total-Count: nobody exposed it.',
    calls: [{ to: 'orders', path: '/api/orders/recent/', reads: 'X-Total-Count' }],
    routes: [
      {
        at: 'orders',
        path: '/api/orders/recent/',
        actual: gunicorn(
          200,
          [
            ['Vary', 'origin'],
            ['Access-Control-Allow-Origin', at.page],
            ['X-Total-Count', '128'],
          ],
          [{ id: 1 }],
        ),
      },
    ],
    chromium: null,
  },
  {
    id: 'connection-refused',
    title: 'The server is not running',
    sentence: 'It fails like a CORS error in the page, but nobody answers at this port.',
    calls: [{ to: 'legacy', path: '/v1/stock' }],
    routes: [],
    chromium: 'net::ERR_CONNECTION_REFUSED',
  },
  {
    id: 'all-right',
    title: 'All as it should be',
    sentence: 'For comparison: a preflight, cookies, JSON, and the page gets the response.',
    calls: [
      {
        to: 'payments',
        path: '/payments',
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        credentials: 'include',
        body: '{"order":7}',
      },
    ],
    routes: [
      {
        at: 'payments',
        path: '/payments',
        preflight: fastify(204, [
          ['vary', 'Origin'],
          ['access-control-allow-origin', at.page],
          ['access-control-allow-credentials', 'true'],
          ['access-control-allow-methods', 'GET, POST'],
          ['access-control-allow-headers', 'content-type'],
          ['access-control-max-age', '7200'],
        ]),
        actual: fastify(
          201,
          [
            ['vary', 'Origin'],
            ['access-control-allow-origin', at.page],
            ['access-control-allow-credentials', 'true'],
          ],
          { id: 44 },
        ),
      },
    ],
    chromium: null,
  },
]
