import { nginxHere } from '../fix/servers/start/start-nginx.ts'
import { project } from './project.ts'

const headers = { Authorization: 'Bearer t', 'Content-Type': 'application/json' }

project('Nginx with auth_request, limits, headers of its own, and an app behind that sends CORS headers', {
  folder: 'nginx-gateway',
  main: 'nginx.conf',
  with: 'nginx',
  needs: nginxHere,
  host: 'api.localhost',
  behind: [process.execPath, 'app.js'],
  command: ({ folder }) => ['nginx', '-p', folder, '-c', `${folder}/nginx.conf`],
  asks: [
    { path: '/orders', headers, status: 200 },
    { path: '/orders/1', method: 'PUT', headers, body: '{}', status: 200 },
    { path: '/orders', status: 401 },
    { path: '/missing', headers, status: 404 },
    { path: '/public/list', status: 200 },
    { path: '/orders', method: 'POST', headers, body: 'x'.repeat(2000), status: 413 },
  ],
})
