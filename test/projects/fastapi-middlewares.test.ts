import { installed } from '../fix/servers/start/installed.ts'
import { project } from './project.ts'

const headers = { 'X-Api-Key': 'k' }

project('FastAPI with several middlewares, an origin with a slash, a mounted app and exception handlers', {
  folder: 'fastapi-middlewares',
  main: 'main.py',
  with: 'fastapi',
  needs: () =>
    installed(['/usr/bin/python3', '-c', 'import fastapi, uvicorn'], ['python3-fastapi', 'python3-uvicorn']),
  command: ({ port }) => [
    '/usr/bin/python3',
    '-m',
    'uvicorn',
    'main:app',
    '--host',
    '127.0.0.1',
    '--port',
    String(port),
  ],
  asks: [
    { path: '/orders', headers, status: 200 },
    { path: '/orders/1', method: 'PUT', headers, status: 200 },
    { path: '/orders', status: 401 },
    { path: '/bad', headers, status: 400 },
    { path: '/boom', headers, status: 500 },
    { path: '/admin/users', headers, status: 200 },
  ],
})
