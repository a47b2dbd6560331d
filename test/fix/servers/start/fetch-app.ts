/** The app of these tests where a function answers a Request with a Response; it is called `handler`. */
export const FETCH_APP = `
const gone = new Response(null, { status: 404 })

async function handler(request) {
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
