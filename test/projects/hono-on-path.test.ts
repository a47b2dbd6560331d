import { npmBinary } from '../fix/servers/start/npm-binary.ts'
import { project } from './project.ts'

const headers = { Authorization: 'Bearer t', 'Content-Type': 'application/json' }

project('Hono with bearerAuth before cors on one path, and cors in a mounted app', {
  folder: 'hono-on-path',
  main: 'server.ts',
  with: 'hono',
  command: () => [npmBinary('bun'), 'server.ts'],
  asks: [
    { path: '/v1/books', headers, credentials: true, status: 200 },
    { path: '/v1/books/1', method: 'PATCH', headers, body: '{}', credentials: true, status: 200 },
    { path: '/v1/broken', headers, credentials: true, status: 500 },
    { path: '/v1/books', credentials: true, status: 401 },
    { path: '/missing', status: 404 },
  ],
})
