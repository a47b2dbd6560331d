import { createServer } from 'node:http'

const PAGE = `<!doctype html><title>Shop</title><h1>Shop</h1><p id="state">loading</p><script type="module">
  const api = new URLSearchParams(location.search).get('api')
  const state = document.querySelector('#state')
  try {
    const response = await fetch(api + '/items/7', {
      method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: '{}',
    })
    state.textContent = 'saved ' + response.status
  } catch {
    state.textContent = 'failed'
  }
</script>`

/** Starts a shop's page and an API on other ports that sends these headers; returns the page's URL. */
export async function startShop(headers) {
  const api = await listening((_request, response) => response.writeHead(200, headers).end('{}'))
  const page = await listening((_request, response) =>
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(PAGE),
  )
  return {
    url: `${page.origin}/?api=${encodeURIComponent(api.origin)}`,
    close() {
      for (const { server } of [page, api]) server.close()
    },
  }
}

function listening(listener) {
  const server = createServer(listener)
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () =>
      resolve({ server, origin: `http://127.0.0.1:${server.address().port}` }),
    ),
  )
}
