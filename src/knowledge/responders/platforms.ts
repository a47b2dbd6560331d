import type { Responder } from './responder.ts'

/** The routers of application hosting platforms. */
export const platforms: readonly Responder[] = [
  {
    id: 'vercel',
    name: 'Vercel',
    layer: 'gateway',
    source: 'https://vercel.com/docs/errors',
    own: [
      { certainty: 'high', headers: { 'x-vercel-error': /./ } },
      { certainty: 'high', headers: { 'x-vercel-mitigated': /./ } },
      {
        certainty: 'medium',
        statuses: [301, 302, 307, 308],
        headers: { Server: /^Vercel$/i, 'Content-Type': /^text\/plain/i },
      },
    ],
    passes: [{ certainty: 'high', headers: { Server: /^Vercel$/i } }],
  },
  {
    id: 'netlify',
    name: 'Netlify',
    layer: 'gateway',
    source: 'https://docs.netlify.com/routing/headers/',
    own: [{ certainty: 'high', body: /^(<h1>)?Not Found - Request ID: / }],
    passes: [{ certainty: 'high', headers: { 'X-NF-Request-ID': /./ } }],
  },
  {
    id: 'render',
    name: 'Render',
    layer: 'gateway',
    source: 'https://render.com/docs/troubleshooting-deploys',
    own: [{ certainty: 'high', headers: { 'x-render-routing': /./ } }],
    passes: [
      { certainty: 'high', headers: { 'x-render-origin-server': /./ } },
      { certainty: 'high', headers: { 'rndr-id': /./ } },
    ],
  },
  {
    id: 'railway',
    name: 'Railway',
    layer: 'gateway',
    source: 'https://docs.railway.com/reference/errors/application-failed-to-respond',
    own: [{ certainty: 'high', headers: { 'x-railway-fallback': /^true$/i } }],
    passes: [{ certainty: 'high', headers: { Server: /^railway-/i } }],
  },
  {
    id: 'fly',
    name: 'Fly.io',
    layer: 'gateway',
    source: 'https://fly.io/docs/networking/request-headers/',
    own: [
      {
        certainty: 'medium',
        statuses: [502, 503, 504],
        headers: { Server: /^Fly\//i },
        without: ['Content-Type'],
      },
    ],
    passes: [{ certainty: 'high', headers: { 'Fly-Request-Id': /./ } }],
  },
  {
    id: 'heroku',
    name: "Heroku's router",
    layer: 'gateway',
    source: 'https://devcenter.heroku.com/articles/error-codes',
    own: [
      { certainty: 'high', body: /herokucdn\.com\/error-pages|There's nothing here, yet\./ },
      {
        certainty: 'medium',
        statuses: [404, 503],
        headers: {
          Server: /^(Cowboy|Heroku)$/i,
          'Content-Type': /^text\/html/i,
          'Cache-Control': /no-store/i,
        },
        without: ['X-Powered-By'],
      },
    ],
    passes: [{ certainty: 'high', headers: { Via: /\b(vegur|heroku-router)\b/i } }],
  },
]
