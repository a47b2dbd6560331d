import { ADMIN, project } from './project.ts'

const headers = { 'Content-Type': 'application/json', 'X-Trace': '1' }

project('Express with an allow-list of the environment, a mounted app and web sockets', {
  folder: 'express-env-list',
  main: 'app.js',
  with: 'express',
  command: () => ['env', 'CORS_ORIGINS=https://admin.example.com', process.execPath, 'app.js'],
  alsoAllowed: [ADMIN],
  socket: '/live',
  asks: [
    { path: '/carts/1', credentials: true, status: 200 },
    { path: '/carts/1', method: 'PUT', headers, body: '{"n":2}', credentials: true, status: 200 },
    { path: '/carts/1', method: 'DELETE', credentials: true, status: 204 },
    { path: '/admin/stats', credentials: true, status: 200 },
    { path: '/missing', credentials: true, status: 404 },
  ],
})
