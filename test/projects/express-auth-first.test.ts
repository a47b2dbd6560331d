import { project } from './project.ts'

const headers = { Authorization: 'Bearer t', 'Content-Type': 'application/json' }

project('Express with authentication, helmet and error handlers before cors()', {
  folder: 'express-auth-first',
  main: 'server.js',
  with: 'express',
  command: () => [process.execPath, 'server.js'],
  asks: [
    { path: '/health', status: 200 },
    { path: '/orders', headers, status: 200 },
    { path: '/orders/1', method: 'PATCH', headers, body: '{"paid":true}', status: 200 },
    { path: '/orders/fail', method: 'POST', headers, body: '{}', status: 500 },
    { path: '/orders', status: 401 },
    { path: '/missing', headers, status: 404 },
  ],
})
