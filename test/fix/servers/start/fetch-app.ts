/**
 * Returns the app of these tests where a function answers a Request with a Response; it is called `handler`.
 * `openWebSocket` is what it does with a `request` for one, for which Bun gives it its `server`.
 */
export const fetchApp = (openWebSocket: string): string => `
const gone = new Response(null, { status: 404 })

async function handler(request, server) {
  if (request.headers.get('Upgrade') === 'websocket') {
    ${openWebSocket}
  }
  const { pathname } = new URL(request.url)
  if (pathname === '/private' && !request.headers.has('Authorization'))
    return new Response(null, { status: 401 })
  switch (pathname) {
    case '/items':
    case '/private':
      return new Response(request.method)
    case '/only-get':
      return new Response(null, { status: request.method === 'GET' ? 200 : 405 })
    case '/boom':
      throw new Error('boom')
    case '/bad':
      return new Response(null, { status: 502 })
    default:
      return gone.clone()
  }
}
`
