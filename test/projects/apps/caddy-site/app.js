const { createServer } = require('node:http')

createServer((request, response) => {
  if (request.url === '/session') {
    const isKnown = (request.headers.authorization ?? '').startsWith('Bearer ')
    return response.writeHead(isKnown ? 204 : 401).end()
  }
  response.setHeader('Access-Control-Allow-Origin', 'https://www.example.com')
  response.setHeader('X-App', 'yes')
  response.setHeader('Content-Type', 'application/json')
  response.writeHead(request.url === '/missing' ? 404 : 200).end(JSON.stringify({ url: request.url, method: request.method }))
}).listen(process.env.PORT, '127.0.0.1')
