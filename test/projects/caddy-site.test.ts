import { caddyHere } from '../fix/servers/start/start-caddy.ts'
import { project } from './project.ts'

const headers = { 'X-Trace': '1' }
const password = { Authorization: `Basic ${btoa('user:password')}` }

project('Caddy with handle_errors, log, a password written after the proxy, and another site', {
  folder: 'caddy-site',
  main: 'Caddyfile',
  with: 'caddy',
  needs: caddyHere,
  host: 'api.localhost',
  behind: [process.execPath, 'app.js'],
  command: () => [
    '/bin/sh',
    '-c',
    'HOME=$PWD XDG_DATA_HOME=$PWD exec caddy run --config Caddyfile --adapter caddyfile',
  ],
  asks: [
    { path: '/app/orders', headers, status: 200 },
    { path: '/app/orders', method: 'PUT', headers, status: 200 },
    { path: '/private/data.json', headers: password, status: 200 },
    { path: '/private/data.json', status: 401 },
    { path: '/data.json', status: 200 },
    { path: '/missing.json', status: 404 },
    { path: '/slow/x', status: 502 },
  ],
})
